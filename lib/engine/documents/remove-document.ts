import "server-only";

import { withProject } from "@/lib/engine/database";
import { existingDocument } from "@/lib/engine/documents/document-row";
import { lockDocument } from "@/lib/engine/documents/lock-document";
import { discardBlobs } from "@/lib/engine/documents/received-file";
import type { ProjectScope } from "@/lib/engine/scope";
import { removeFromIndex } from "@/lib/engine/search/index/go-live";
import { log } from "@/lib/platform/log";

/** Removes a document: when this returns it is in no answer, no search and no page, and its originals are gone. Throws CitadelError `not_found`. */
export async function removeDocument(scope: ProjectScope, documentId: string): Promise<void> {
  const { projectId } = scope;
  const blobNames = await withProject(scope, async (tx) => {
    await lockDocument(tx, scope, documentId);
    const { id } = await existingDocument(tx, scope, documentId);
    const versions = await tx.documentVersion.findMany({ where: { projectId, documentId: id }, select: { blobName: true } });
    await removeFromIndex(tx, scope, id);
    await tx.document.delete({ where: { projectId_id: { projectId, id } } });
    return versions.map(({ blobName }) => blobName);
  });
  await discardBlobs(blobNames);
  log.info({ projectId, documentId }, "document removed");
}

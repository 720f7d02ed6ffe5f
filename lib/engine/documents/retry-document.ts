import "server-only";

import type { EngineDocument } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { existingDocument, showDocument } from "@/lib/engine/documents/document-row";
import { lockDocument } from "@/lib/engine/documents/lock-document";
import { queueIngest } from "@/lib/engine/ingest/queue-ingest";
import { lockActiveProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { CitadelError } from "@/lib/platform/errors";

/** Queues a failed document again. Throws CitadelError `not_found`, and `conflict` for one that has not failed. */
export async function retryDocument(scope: ProjectScope, documentId: string): Promise<EngineDocument> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    await lockActiveProject(tx, scope);
    await lockDocument(tx, scope, documentId);
    const { newest } = await existingDocument(tx, scope, documentId);
    if (newest.status !== "failed") throw new CitadelError("conflict", "Only a document that failed can be tried again. This one has not: its status says where it stands.");
    await tx.documentVersion.update({
      where: { projectId_id: { projectId, id: newest.id } },
      data: { status: "queued", attempts: 0, errorCode: null, errorMessage: null, progressDone: 0, progressTotal: 0 },
    });
    await queueIngest(tx, scope, newest.id);
    return showDocument(await existingDocument(tx, scope, documentId));
  });
}

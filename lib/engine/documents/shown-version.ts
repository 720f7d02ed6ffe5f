import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import { existingDocument, type VersionRow } from "@/lib/engine/documents/document-row";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";

/** What can be opened of a document: the version that answers, or the newest one while none has become ready. */
export interface ShownVersion {
  name: string;
  version: VersionRow;
}

/** The version of the scope's document that people can open. Throws CitadelError `not_found`. */
export async function shownVersion(tx: EngineTransaction, scope: ProjectScope, documentId: string): Promise<ShownVersion> {
  const { projectId } = scope;
  const { name, liveVersionId, newest } = await existingDocument(tx, scope, documentId);
  if (liveVersionId === null || liveVersionId === newest.id) return { name, version: newest };
  const live = await tx.documentVersion.findUnique({ where: { projectId_id: { projectId, id: liveVersionId } } });
  if (live === null) throw notFound();
  return { name, version: live };
}

import "server-only";

import type { DocumentRow } from "@/lib/engine/documents/document-row";
import type { ReceivedFile } from "@/lib/engine/documents/received-file";
import type { EngineTransaction } from "@/lib/engine/database";
import { queueIngest, refuseWhenFull } from "@/lib/engine/ingest/queue-ingest";
import type { ProjectScope } from "@/lib/engine/scope";

/** A file with the type it was judged to be. */
export interface JudgedFile {
  file: ReceivedFile;
  contentType: string;
}

/**
 * Makes a file the newest version of a document (`document` undefined: of a new one with that id) and queues its reading,
 * in one transaction. Earlier versions that never became live are removed: their files' names are returned, to be
 * discarded after the commit. Throws CitadelError `rate_limited` when too many documents of the project wait.
 */
export async function addVersion(
  tx: EngineTransaction,
  scope: ProjectScope,
  target: { id: string; name: string; existing: DocumentRow | undefined },
  { file, contentType }: JudgedFile,
): Promise<string[]> {
  const { projectId } = scope;
  const { id: documentId, name, existing } = target;
  const newestVersionId = file.versionId;
  await refuseWhenFull(tx, scope);
  if (existing === undefined) await tx.document.create({ data: { projectId, id: documentId, name, newestVersionId } });
  await tx.documentVersion.create({
    data: {
      projectId,
      id: newestVersionId,
      documentId,
      version: (existing?.newest.version ?? 0) + 1,
      contentType,
      bytes: BigInt(file.bytes),
      sha256: file.sha256,
      blobName: file.blobName,
    },
  });
  if (existing !== undefined) await tx.document.update({ where: { projectId_id: { projectId, id: documentId } }, data: { newestVersionId } });
  await queueIngest(tx, scope, newestVersionId);
  return existing === undefined ? [] : removeVersionsBut(tx, scope, documentId, [newestVersionId, existing.liveVersionId ?? newestVersionId]);
}

/** Removes a document's other versions with their pages and chunks; the names of their files are returned, to be discarded after the commit. */
export async function removeVersionsBut(tx: EngineTransaction, { projectId }: ProjectScope, documentId: string, kept: readonly string[]): Promise<string[]> {
  const where = { projectId, documentId, id: { notIn: [...kept] } };
  const others = await tx.documentVersion.findMany({ where, select: { blobName: true } });
  if (others.length > 0) await tx.documentVersion.deleteMany({ where });
  return others.map(({ blobName }) => blobName);
}

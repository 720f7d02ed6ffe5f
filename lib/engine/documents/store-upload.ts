import "server-only";

import type { EngineDocument } from "@/lib/engine/contract";
import { type EngineTransaction, withProject } from "@/lib/engine/database";
import { addVersion, type JudgedFile } from "@/lib/engine/documents/add-version";
import { type DocumentRow, existingDocument, showDocument } from "@/lib/engine/documents/document-row";
import { lockDocument, lockName } from "@/lib/engine/documents/lock-document";
import { discardBlobs, discardingOnError, judgeType, type ReceivedFile } from "@/lib/engine/documents/received-file";
import { lockActiveProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { newId } from "@/lib/platform/ids";

/** A document after an upload: `created` is false when it was there with the same bytes. */
export interface StoredUpload {
  document: EngineDocument;
  created: boolean;
}

interface Outcome extends StoredUpload {
  /** Files that nothing refers to any more. */
  unused: string[];
}

/**
 * Stores a received file under a name (as {@link documentName} makes it): a new document, a new version of the one of that
 * name, or, for the same bytes, the document that is there. `typeName` is the name whose ending counts. A refused file is
 * discarded.
 *
 * @throws CitadelError `empty_file`, `unsupported_type`, `content_mismatch`
 */
export async function storeUpload(scope: ProjectScope, name: string, file: ReceivedFile, typeName = name): Promise<StoredUpload> {
  return settling(file, async () => {
    const judged = { file, contentType: judgeType(file, typeName) };
    return withProject(scope, async (tx) => {
      await lockActiveProject(tx, scope);
      await lockName(tx, scope, name);
      const { projectId } = scope;
      const found = await tx.document.findUnique({ where: { projectId_name: { projectId, name } }, select: { id: true } });
      if (found !== null) await lockDocument(tx, scope, found.id);
      const existing = found === null ? undefined : await existingDocument(tx, scope, found.id);
      if (existing?.newest.sha256 === file.sha256) return unchanged(existing, file);
      return stored(tx, scope, { id: existing?.id ?? newId("doc"), name, existing }, judged);
    });
  });
}

/**
 * Makes a received file the new version of a document; the old one answers until the new one is ready. The same bytes as
 * those of the newest version change nothing, unless reading them had failed.
 *
 * @throws CitadelError as {@link storeUpload}, and `not_found`
 */
export async function storeReplacement(scope: ProjectScope, documentId: string, file: ReceivedFile): Promise<EngineDocument> {
  const { document } = await settling(file, () =>
    withProject(scope, async (tx) => {
      await lockActiveProject(tx, scope);
      await lockDocument(tx, scope, documentId);
      const existing = await existingDocument(tx, scope, documentId);
      const judged = { file, contentType: judgeType(file, existing.name) };
      if (existing.newest.sha256 === file.sha256 && existing.newest.status !== "failed") return unchanged(existing, file);
      return stored(tx, scope, { id: existing.id, name: existing.name, existing }, judged);
    }),
  );
  return document;
}

function unchanged(existing: DocumentRow, file: ReceivedFile): Outcome {
  return { document: showDocument(existing), created: false, unused: [file.blobName] };
}

async function stored(tx: EngineTransaction, scope: ProjectScope, target: Parameters<typeof addVersion>[2], judged: JudgedFile): Promise<Outcome> {
  const unused = await addVersion(tx, scope, target, judged);
  return { document: showDocument(await existingDocument(tx, scope, target.id)), created: true, unused };
}

async function settling(file: ReceivedFile, work: () => Promise<Outcome>): Promise<StoredUpload> {
  const { document, created, unused } = await discardingOnError(file, work);
  await discardBlobs(unused);
  return { document, created };
}

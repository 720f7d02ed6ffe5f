import "server-only";

import { withProject } from "@/lib/engine/database";
import { removeVersionsBut } from "@/lib/engine/documents/add-version";
import { lockDocument } from "@/lib/engine/documents/lock-document";
import { discardBlobs } from "@/lib/engine/documents/received-file";
import { advance, type Attempt } from "@/lib/engine/ingest/attempt";
import { goLive } from "@/lib/engine/search/index/go-live";
import { holdOwnModel } from "@/lib/engine/search/index/own-model";
import { type IndexModel, isSameModel } from "@/lib/engine/search/model/index-model";

/**
 * Makes a version the one that answers: index, status and the document's pointer change in one transaction, so that no
 * question falls between the old version and the new one. The old one is removed. `model` is that of the staged vectors: false, and
 * nothing is changed, when the project's index has become another model's meanwhile. Throws Overtaken.
 */
export async function publishVersion(attempt: Attempt, counts: { pageCount: number; chunkCount: number }, model: IndexModel): Promise<boolean> {
  const { scope, documentId, versionId } = attempt.version;
  const { projectId } = scope;
  const unused = await withProject(scope, async (tx) => {
    if (!isSameModel(await holdOwnModel(tx, scope), model)) return undefined;
    await lockDocument(tx, scope, documentId);
    await advance(tx, attempt, { status: "ready", indexedAt: new Date(), progressDone: counts.chunkCount, progressTotal: counts.chunkCount, ...counts });
    await goLive(tx, scope, attempt.version);
    await tx.document.update({ where: { projectId_id: { projectId, id: documentId } }, data: { liveVersionId: versionId } });
    return removeVersionsBut(tx, scope, documentId, [versionId]);
  });
  if (unused === undefined) return false;
  await discardBlobs(unused);
  return true;
}

import "server-only";

import { type EngineTransaction, withProject } from "@/lib/engine/database";
import { lockDocument } from "@/lib/engine/documents/lock-document";
import type { ProjectScope } from "@/lib/engine/scope";
import { removeFromIndex } from "@/lib/engine/search/index/go-live";
import { removeBlobs } from "@/lib/platform/blobs/sealed-blobs";
import { destroyDataKey } from "@/lib/platform/crypto/key-store";
import { log } from "@/lib/platform/log";

/** Documents that are removed in one transaction. */
const BATCH = 20;

/**
 * Removes everything of a project whose deletion was asked for: rows, the sealed originals, and last the data key, with which
 * every copy of them becomes unreadable. What remains is
 * the row that the deletion receipt is read from, without name and metadata. Each step may be repeated, so that a run that
 * was cut off is simply run again.
 */
export async function eraseProject(scope: ProjectScope, signal: AbortSignal): Promise<void> {
  const { projectId } = scope;
  while (await withProject(scope, (tx) => eraseDocuments(tx, scope))) signal.throwIfAborted();
  await withProject(scope, async (tx) => {
    await tx.session.deleteMany({ where: { projectId } });
    await tx.apiKey.deleteMany({ where: { projectId } });
    await tx.tokenUse.deleteMany({ where: { projectId } });
    await tx.$executeRaw`DELETE FROM engine.project_index WHERE project_id = ${projectId}`;
  });
  await removeBlobs(`${projectId}/`);
  await destroyDataKey(projectId);
  const data = { status: "deleted", deletedAt: new Date(), name: "", metadata: {} };
  await withProject(scope, (tx) => tx.project.updateMany({ where: { id: projectId, status: "deleting" }, data }));
  log.info({ projectId }, "project deleted");
}

/** Removes some documents; false when there were none left. */
async function eraseDocuments(tx: EngineTransaction, scope: ProjectScope): Promise<boolean> {
  const { projectId } = scope;
  const documents = await tx.document.findMany({ where: { projectId }, select: { id: true }, take: BATCH });
  for (const { id } of documents) {
    await lockDocument(tx, scope, id);
    await removeFromIndex(tx, scope, id);
    await tx.document.delete({ where: { projectId_id: { projectId, id } } });
  }
  return documents.length > 0;
}

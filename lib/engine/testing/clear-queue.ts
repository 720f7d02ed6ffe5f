import "server-only";

import { lookUp, withProject } from "@/lib/engine/database";
import { fromSweep } from "@/lib/engine/ingest/from-job";

/** Ends what other test files have uploaded and nobody has read: a worker that is started now has nothing to do but its own test's work. */
export async function clearQueue(): Promise<void> {
  const rows = await lookUp((tx) => tx.$queryRaw<{ project_id: string; version_id: string }[]>`SELECT * FROM engine.unfinished_versions()`);
  for (const row of rows) {
    await withProject(fromSweep(row), (tx) =>
      tx.documentVersion.updateMany({ where: { projectId: row.project_id, id: row.version_id }, data: { status: "failed", errorCode: "internal", errorMessage: "Left by another test." } }),
    );
  }
  await lookUp((tx) => tx.$executeRaw`DELETE FROM queue.job`);
}

import "server-only";

import { lookUp, withProject } from "@/lib/engine/database";
import { fromSweep } from "@/lib/engine/ingest/from-job";
import { configuredModel } from "@/lib/engine/search/model/configured-model";
import { reindexProgress } from "@/lib/engine/search/reindex/reindex-progress";
import { log } from "@/lib/platform/log";
import { activeJobKeys, enqueue } from "@/lib/platform/queue/queue";

/** Queues the re-index of every project whose vectors are of another model than the configured one and that has no such job. Throws EmbeddingFailure. */
export async function queueReindexes(): Promise<void> {
  const model = await configuredModel();
  const rows = await lookUp((tx) => tx.$queryRaw<{ project_id: string }[]>`SELECT * FROM engine.projects_to_reindex(${model.name}, ${model.dimensions}::int)`);
  if (rows.length === 0) return;
  const active = new Set(await activeJobKeys("reindex"));
  for (const row of rows.filter(({ project_id }) => !active.has(project_id))) {
    await withProject(fromSweep(row), (tx) => enqueue(tx, "reindex", { projectId: row.project_id }, { singletonKey: row.project_id }));
  }
  log.info({ ...(await reindexProgress()) }, "re-indexing");
}

import "server-only";

import { lookUp, withProject } from "@/lib/engine/database";
import { fromSweep } from "@/lib/engine/ingest/from-job";
import { queueIngest } from "@/lib/engine/ingest/queue-ingest";
import { log } from "@/lib/platform/log";
import { activeJobKeys, enqueue } from "@/lib/platform/queue/queue";

/**
 * Queues what is unfinished and has no job: after a job was lost, given up by the queue or restored without. What has a job
 * is left alone, and a job too many finds nothing to do.
 */
export async function sweep(): Promise<void> {
  const versions = await lookUp((tx) => tx.$queryRaw<{ project_id: string; version_id: string }[]>`SELECT * FROM engine.unfinished_versions()`);
  const projects = await lookUp((tx) => tx.$queryRaw<{ project_id: string }[]>`SELECT * FROM engine.projects_to_delete()`);
  // Asked after the rows: a job that ends in between leaves a finished version behind, which a second job skips.
  const reading = new Set(await activeJobKeys("ingest"));
  const deleting = new Set(await activeJobKeys("delete-project"));
  const lost = versions.filter(({ version_id }) => !reading.has(version_id));
  for (const row of lost) {
    const scope = fromSweep(row);
    await withProject(scope, (tx) => queueIngest(tx, scope, row.version_id));
  }
  const halted = projects.filter(({ project_id }) => !deleting.has(project_id));
  for (const row of halted) {
    await withProject(fromSweep(row), (tx) => enqueue(tx, "delete-project", { projectId: row.project_id }, { singletonKey: row.project_id }));
  }
  if (lost.length + halted.length > 0) log.warn({ documents: lost.length, projects: halted.length }, "queued again what had lost its job");
}

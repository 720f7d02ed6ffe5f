import "server-only";

import type { Deletion } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { deletionOf } from "@/lib/engine/projects/deletion";
import { findProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue/queue";

/**
 * Ends a project: its keys are dead when this returns, a job removes its data. Asking again gives the same deletion.
 * Throws CitadelError `not_found`.
 */
export async function deleteProject(scope: ProjectScope): Promise<Deletion> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    // Waits for whatever still writes into the project, and lets nothing begin after it (lockActiveProject).
    const ended = await tx.project.updateMany({ where: { id: projectId, status: { in: ["active", "suspended"] } }, data: { status: "deleting" } });
    if (ended.count === 1) {
      await tx.apiKey.updateMany({ where: { projectId, revokedAt: null }, data: { revokedAt: new Date() } });
      await enqueue(tx, "delete-project", { projectId }, { singletonKey: projectId });
      log.info({ projectId }, "project deletion began");
    }
    const row = await findProject(tx, scope);
    if (row === undefined) throw notFound();
    return deletionOf(row);
  });
}

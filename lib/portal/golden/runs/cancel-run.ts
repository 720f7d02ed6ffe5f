import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import { withdrawProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Cancels a run: one that waits ends at once, one that runs after the questions that are being asked. What has been asked stays. A
 * run that has ended stays as it is. Throws CitadelError `not_found`.
 */
export async function cancelRun(scope: TenantScope, id: string): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  await withOrganisation(scope, async (tx) => {
    const waiting = await tx.goldenRun.updateMany({ where: { ...where, status: "waiting" }, data: { status: "cancelled", finishedAt: new Date() } });
    if (waiting.count > 0) return withdrawProjectJob(tx, scope, "golden.run", id);
    await tx.goldenRun.updateMany({ where: { ...where, status: "running" }, data: { cancelAsked: true } });
    if ((await tx.goldenRun.count({ where })) === 0) throw notFound();
  });
}

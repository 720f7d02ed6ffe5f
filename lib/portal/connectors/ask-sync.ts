import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** Has a source synchronised now, by a person's hand; the sync itself is what the audit log tells of. Throws CitadelError `not_found`. */
export async function askSync(scope: TenantScope, id: string): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id, status: { not: "leaving" } };
  await withOrganisation(scope, async (tx) => {
    const { count } = await tx.connector.updateMany({ where, data: { askedByHand: true } });
    if (count === 0) throw notFound();
    await tx.connector.updateMany({ where: { ...where, status: { notIn: ["leaving", "syncing"] } }, data: { status: "waiting" } });
    await queueProjectJob(tx, scope, { kind: "connector.sync", subject: id });
  });
}

import "server-only";

import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { queueProjectJob, withdrawProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Ends a source. Its documents stay as if they had been uploaded, or are removed in the background, with the source last. Throws CitadelError `not_found`.
 */
export async function removeSource(scope: TenantScope, { id, documents }: { id: string; documents: "keep" | "remove" }): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  await withOrganisation(scope, async (tx) => {
    const row = await tx.connector.findFirst({ where, select: { name: true } });
    if (row === null) throw notFound();
    if (documents === "remove") {
      await tx.connector.updateMany({ where, data: { status: "leaving", hookHash: null } });
      await queueProjectJob(tx, scope, { kind: "connector.sync", subject: id });
    } else {
      await tx.connector.deleteMany({ where });
      await withdrawProjectJob(tx, scope, "connector.sync", id);
    }
    await recordAudit(tx, scope, { action: "connector.removed", target: { kind: "source", id, name: row.name }, before: { documents: documents === "keep" ? "kept" : "to be removed" } });
  });
}

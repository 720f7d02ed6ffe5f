import "server-only";

import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { type GapStatus, gapStatus } from "@/lib/portal/gaps/gap";
import { requireOwner } from "@/lib/portal/golden/require-owner";
import type { TenantScope } from "@/lib/portal/scope";

/** Closes a gap of the scope's project, or opens it again. Throws CitadelError `not_found`. */
export async function decideGap(scope: TenantScope, id: string, status: GapStatus): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  await withOrganisation(scope, async (tx) => {
    const before = await tx.gap.findFirst({ where, select: { status: true } });
    if (before === null) throw notFound();
    await tx.gap.updateMany({ where, data: { status, decidedAt: status === "open" ? null : new Date() } });
    await recordAudit(tx, scope, {
      action: status === "open" ? "gap.reopened" : "gap.closed",
      target: { kind: "gap", id, name: "" },
      before: { status: gapStatus.parse(before.status) },
      after: { status },
    });
  });
}

/** Names the member who is to close a gap of the scope's project; null for nobody. Throws CitadelError `not_found`, `validation_failed`. */
export async function assignGap(scope: TenantScope, id: string, ownerId: string | null): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  await withOrganisation(scope, async (tx) => {
    const before = await tx.gap.findFirst({ where, select: { ownerId: true } });
    if (before === null) throw notFound();
    await requireOwner(tx, scope, ownerId);
    await tx.gap.updateMany({ where, data: { ownerId } });
    await recordAudit(tx, scope, { action: "gap.assigned", target: { kind: "gap", id, name: "" }, before: { owner: before.ownerId }, after: { owner: ownerId } });
  });
}

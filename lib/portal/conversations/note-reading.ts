import "server-only";

import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { dayOf } from "@/lib/portal/usage/period";

/** Writes into the audit log that the scope's person has looked through what others asked: once a day, for a list shows first words only. */
export async function noteReading(scope: TenantScope): Promise<void> {
  const { id, name } = scope.project;
  const where = { organisationId: scope.organisation.id, action: "conversation.listed", actorId: scope.actorId, targetId: id, at: { gte: new Date(dayOf(new Date())) } };
  await withOrganisation(scope, async (tx) => {
    if ((await tx.auditEvent.findFirst({ where, select: { sequence: true } })) !== null) return;
    await recordAudit(tx, scope, { action: "conversation.listed", target: { kind: "project", id, name } });
  });
}

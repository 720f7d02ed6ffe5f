import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type AskingState, askingState, readGate } from "@/lib/portal/asking/asking-state";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Switches "Ask your docs" on or off for end users and records who did it and when. On needs an open gate and no stop by the operator;
 * off is always allowed and holds from the next request on, in every process, for each request reads the row.
 *
 * @throws CitadelError `conflict` with what is missing when the gate is closed, `not_found`
 */
export async function setAsking(scope: TenantScope, enabled: boolean): Promise<AskingState> {
  if (enabled) {
    const gate = await readGate(scope);
    if (!gate.open) throw new CitadelError("conflict", gate.reason);
  }
  const where = { organisationId: scope.organisation.id, id: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const before = await tx.project.findFirst({ where, select: { askingEnabled: true, askingStoppedAt: true } });
    if (before === null) throw notFound();
    if (enabled && before.askingStoppedAt !== null)
      throw new CitadelError("conflict", '"Ask your docs" was stopped by the operator. Ask your contact there to lift the stop.');
    await tx.project.updateMany({
      where,
      data: { askingEnabled: enabled, askingChangedAt: new Date(), askingChangedBy: scope.actorId, askingOffRun: null },
    });
    await recordAudit(tx, scope, {
      action: enabled ? "asking.on" : "asking.off",
      target: { kind: "project", id: scope.project.id, name: scope.project.name },
      before: { enabled: before.askingEnabled },
      after: { enabled },
    });
  });
  log.info({ organisationId: where.organisationId, projectId: where.id, personId: scope.actorId, enabled }, "asking switched");
  return askingState(scope);
}

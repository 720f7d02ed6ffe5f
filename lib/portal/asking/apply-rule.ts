import "server-only";

import { log } from "@/lib/platform/log";
import { readGate } from "@/lib/portal/asking/asking-state";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { type GoldenRule, readRule } from "@/lib/portal/golden/rule";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";
import type { TenantScope } from "@/lib/portal/scope";

interface Switch {
  askingEnabled: boolean;
  askingOffRun: string | null;
  documentsHeldRun: string | null;
  askingStoppedAt: Date | null;
}

/**
 * What the rule makes of a finished run. When the questions do not pass any more while asking is on: it is shown, sources are held,
 * or asking goes off. When they pass again, what the rule took away comes back; asking does so only while a signature holds for the
 * questions as they are. What a person or the operator switched off stays off.
 */
export async function applyRule(scope: TenantScope, runId: string): Promise<GoldenRun["outcome"]> {
  const { passes, open } = await readGate(scope);
  const where = { organisationId: scope.organisation.id, id: scope.project.id };
  return withOrganisation(scope, async (tx) => {
    const [rule, project] = [
      await readRule(tx, scope),
      await tx.project.findFirst({ where, select: { askingEnabled: true, askingOffRun: true, documentsHeldRun: true, askingStoppedAt: true } }),
    ];
    if (project === null) return null;
    return passes ? restore(tx, scope, project, open) : regress(tx, scope, runId, rule, project);
  });
}

async function regress(tx: PortalTransaction, scope: TenantScope, runId: string, rule: GoldenRule, project: Switch): Promise<GoldenRun["outcome"]> {
  // Before it is switched on there is nothing to fall back from.
  if (!project.askingEnabled) return null;
  if (rule.onRegression === "warn") return "warned";
  if (rule.onRegression === "hold") {
    await update(tx, scope, { documentsHeldRun: project.documentsHeldRun ?? runId });
    return "documents-held";
  }
  await update(tx, scope, { askingEnabled: false, askingOffRun: runId, askingChangedAt: new Date(), askingChangedBy: null });
  await record(tx, scope, false, runId);
  return "switched-off";
}

async function restore(tx: PortalTransaction, scope: TenantScope, project: Switch, signed: boolean): Promise<GoldenRun["outcome"]> {
  if (project.documentsHeldRun !== null) await update(tx, scope, { documentsHeldRun: null });
  if (project.askingOffRun === null || project.askingStoppedAt !== null || !signed) return project.documentsHeldRun === null ? "held" : "restored";
  await update(tx, scope, { askingEnabled: true, askingOffRun: null, askingChangedAt: new Date(), askingChangedBy: null });
  await record(tx, scope, true, project.askingOffRun);
  return "restored";
}

async function update(
  tx: PortalTransaction,
  scope: TenantScope,
  data: Partial<Switch> & { askingChangedAt?: Date; askingChangedBy?: null },
): Promise<void> {
  await tx.project.updateMany({ where: { organisationId: scope.organisation.id, id: scope.project.id }, data });
}

async function record(tx: PortalTransaction, scope: TenantScope, enabled: boolean, runId: string): Promise<void> {
  const { id, name } = scope.project;
  log.warn({ organisationId: scope.organisation.id, projectId: id, runId, enabled }, "asking switched by the rule");
  await recordAudit(tx, scope, {
    action: enabled ? "asking.on" : "asking.off",
    target: { kind: "project", id, name },
    before: { enabled: !enabled },
    after: { enabled, rule: "golden questions", run: runId },
  });
}

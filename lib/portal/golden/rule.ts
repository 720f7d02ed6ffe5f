import "server-only";

import { z } from "zod";

import { validated } from "@/lib/platform/http/validated";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** What is done when a run finds that the questions do not pass any more. */
export const REGRESSION_RULES = ["warn", "hold", "switch-off"] as const;

/** When "Ask your docs" may be switched on, what a regression does, and when the questions run by themselves. */
export const goldenRule = z.object({
  /** Of the questions that are not must-pass, by weight; every must-pass question passes in any case. */
  passPercent: z.int("Write a whole number.").min(0, "From 0 to 100.").max(100, "From 0 to 100."),
  /** How old a signature may be. */
  signatureDays: z.int("Write a whole number.").min(1, "From 1 to 365 days.").max(365, "From 1 to 365 days."),
  onRegression: z.enum(REGRESSION_RULES),
  /** After changes of documents or settings, once they have settled. */
  runOnChange: z.boolean(),
  /** Null for no schedule. */
  runEveryHours: z.int("Write a whole number.").min(1, "From 1 to 720 hours.").max(720, "From 1 to 720 hours.").nullable(),
});

/** The rule of a project's golden questions. */
export type GoldenRule = z.output<typeof goldenRule>;

/** What holds until an admin decides otherwise. */
export const DEFAULT_RULE: GoldenRule = { passPercent: 90, signatureDays: 90, onRegression: "warn", runOnChange: true, runEveryHours: null };

/** The rule of the scope's project. */
export async function readRule(tx: PortalTransaction, scope: TenantScope): Promise<GoldenRule> {
  const row = await tx.goldenRule.findFirst({ where: { organisationId: scope.organisation.id, projectId: scope.project.id } });
  return row === null ? DEFAULT_RULE : goldenRule.parse(row);
}

/** Sets the rule of the scope's project. Throws CitadelError `validation_failed`. */
export async function changeRule(scope: TenantScope, input: GoldenRule): Promise<GoldenRule> {
  const rule = validated(goldenRule, input);
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const before = await readRule(tx, scope);
    await tx.goldenRule.upsert({ where: { organisationId_projectId: owner }, create: { ...owner, ...rule }, update: rule });
    await queueProjectJob(tx, scope, { kind: "golden.watch" });
    await recordAudit(tx, scope, {
      action: "settings.changed",
      target: { kind: "golden rule", id: scope.project.id, name: scope.project.name },
      before,
      after: rule,
    });
  });
  return rule;
}

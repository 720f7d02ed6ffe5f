import "server-only";

import { env } from "@/lib/platform/env";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { documentsState } from "@/lib/portal/golden/documents-state";
import { type GoldenRule, readRule } from "@/lib/portal/golden/rule";
import { queueRun } from "@/lib/portal/golden/runs/start-run";
import type { JobCall } from "@/lib/portal/jobs/handler";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Longest time between two looks while documents are on their way, and while nothing is known to have changed, in ms. */
const UNSETTLED_MS = 10_000;
const QUIET_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

/** The subject of the watch that runs the questions whether documents changed or not. */
const SETTINGS = "settings";

/** Tells the golden questions that documents of the scope's project changed: they run once the changes have settled. */
export async function documentsChanged(tx: PortalTransaction, scope: TenantScope): Promise<void> {
  const questions = await tx.goldenQuestion.count({ where: { organisationId: scope.organisation.id, projectId: scope.project.id } });
  if (questions > 0) await queueProjectJob(tx, scope, { kind: "golden.watch", dueAt: inMs(settleMs()) });
}

/** Tells the golden questions that a setting changed on which answers depend. */
export async function answerSettingsChanged(tx: PortalTransaction, scope: TenantScope): Promise<void> {
  await queueProjectJob(tx, scope, { kind: "golden.watch", subject: SETTINGS, dueAt: inMs(settleMs()) });
}

/**
 * Looks whether it is time for a run, and starts it: by the schedule, or because the documents are not those of the last run and none is on
 * its way any more (changes that came past the portal, by a key of the customer's own, are seen here as well). Comes back for as long as there are questions.
 */
export async function watchGoldenQuestions(scope: TenantScope, { subject }: Pick<JobCall, "subject">): Promise<Date | undefined> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const facts = await withOrganisation(scope, async (tx) => ({
    rule: await readRule(tx, scope),
    questions: await tx.goldenQuestion.count({ where: owner }),
    underWay: await tx.goldenRun.count({ where: { ...owner, status: { in: ["waiting", "running"] } } }),
    last: await tx.goldenRun.findFirst({ where: { ...owner, documentsDigest: { not: null } }, orderBy: { number: "desc" } }),
  }));
  if (facts.questions === 0) return undefined;
  if (facts.underWay > 0) return inMs(Math.min(UNSETTLED_MS, settleMs()));
  const { rule, last } = facts;
  if (subject === SETTINGS) {
    if (rule.runOnChange) await withOrganisation(scope, (tx) => queueRun(tx, scope, "change"));
    return undefined;
  }
  const scheduled = scheduledAt(rule, last?.createdAt ?? null);
  if (scheduled !== null && scheduled <= Date.now()) await withOrganisation(scope, (tx) => queueRun(tx, scope, "schedule"));
  else if (rule.runOnChange && last !== null) {
    const { digest, unsettled } = await documentsState(await openVault(scope));
    if (unsettled > 0) return inMs(Math.min(UNSETTLED_MS, settleMs()));
    if (digest !== last.documentsDigest) await withOrganisation(scope, (tx) => queueRun(tx, scope, "change"));
  }
  return new Date(Math.min(Date.now() + QUIET_MS, scheduled === null || scheduled <= Date.now() ? Infinity : scheduled));
}

/** When the schedule wants the next run, in ms; null without a schedule. The first one comes at once. */
function scheduledAt({ runEveryHours }: GoldenRule, last: Date | null): number | null {
  if (runEveryHours === null) return null;
  return last === null ? 0 : last.getTime() + runEveryHours * HOUR_MS;
}

/** How long changes are gathered before the questions run, in ms. */
function settleMs(): number {
  return env().GOLDEN_SETTLE_SECONDS * 1000;
}

function inMs(ms: number): Date {
  return new Date(Date.now() + ms);
}

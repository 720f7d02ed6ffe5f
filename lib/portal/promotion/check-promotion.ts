import "server-only";

import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { isUnderWay } from "@/lib/portal/golden/runs/run";
import { toGoldenRun } from "@/lib/portal/golden/runs/run-row";
import { queueRun } from "@/lib/portal/golden/runs/start-run";
import type { JobCall } from "@/lib/portal/jobs/handler";
import { queueSiblingJob } from "@/lib/portal/jobs/queue-job";
import { failedMustPass } from "@/lib/portal/promotion/failed-must-pass";
import type { TenantScope } from "@/lib/portal/scope";

/** Between two looks at a run that is on its way, in ms. */
const RUNNING_MS = 1_000;

/**
 * Does the job `promotion.check` on the copy that is its subject, in the project that gives: the questions run there, and the copy begins when what is to be
 * promoted passes. A project without questions has nothing to run.
 */
export async function checkPromotion(scope: TenantScope, { subject: id }: Pick<JobCall, "subject">): Promise<Date | undefined> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const where = { organisationId: owner.organisationId, fromProjectId: owner.projectId, id };
  return withOrganisation(scope, async (tx) => {
    const row = await tx.promotion.findFirst({ where });
    if (row === null || (row.status !== "waiting" && row.status !== "checking")) return undefined;
    const number = row.checkRunNumber ?? (await startCheck(tx, scope, id));
    if (number === "under-way") return later();
    if (number === "no-questions") return await goOn(tx, row.projectId);
    const run = await tx.goldenRun.findFirst({ where: { ...owner, number } });
    if (run !== null && isUnderWay(toGoldenRun(run))) return later();
    const problem = run?.status === "done" ? await failedMustPass(tx, scope, row.questionIds) : `The run of the questions in ${scope.project.name} was not finished. Promote again to start another one.`;
    if (problem === null) return await goOn(tx, row.projectId);
    await tx.promotion.updateMany({ where, data: { status: "failed", reason: problem, finishedAt: new Date() } });
    return undefined;
  });

  async function goOn(tx: PortalTransaction, projectId: string): Promise<undefined> {
    await tx.promotion.updateMany({ where, data: { status: "copying" } });
    await queueSiblingJob(tx, scope, projectId, { kind: "promotion.copy", subject: id });
  }
}

/** Starts the run before the copy and notes its number; one that is on its way already began before this promotion was asked for, so it is waited for. */
async function startCheck(tx: PortalTransaction, scope: TenantScope, id: string): Promise<number | "under-way" | "no-questions"> {
  const run = await queueRun(tx, scope, "promotion");
  if (typeof run === "string") return run;
  await tx.promotion.updateMany({ where: { organisationId: scope.organisation.id, id }, data: { status: "checking", checkRunNumber: run.number } });
  return run.number;
}

function later(): Date {
  return new Date(Date.now() + RUNNING_MS);
}

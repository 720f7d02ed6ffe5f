import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { applyRule } from "@/lib/portal/asking/apply-rule";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { questionsDigest } from "@/lib/portal/golden/digest";
import { documentsState } from "@/lib/portal/golden/documents-state";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import type { TenantScope } from "@/lib/portal/scope";

/** Runs that are kept for history; the latest of a project. */
export const RUNS_KEPT = 200;

/**
 * Marks a run as running and notes what it rests on: the questions and documents as they are now. False when there is nothing to do, for
 * it has ended or was never there.
 */
export async function beginRun(scope: TenantScope, runId: string, client: EngineClient): Promise<boolean> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const where = { ...owner, id: runId };
  const run = await withOrganisation(scope, (tx) => tx.goldenRun.findFirst({ where, select: { status: true } }));
  if (run === null || (run.status !== "waiting" && run.status !== "running")) return false;
  if (run.status === "running") return true;
  const [questions, { documents, digest }] = await Promise.all([listGoldenQuestions(scope), documentsState(client)]);
  await withOrganisation(scope, async (tx) => {
    await tx.goldenSnapshot.createMany({ data: [{ ...owner, digest, documents }], skipDuplicates: true });
    await tx.goldenRun.updateMany({
      where: { ...where, status: "waiting" },
      data: {
        status: "running",
        startedAt: new Date(),
        total: questions.length,
        questionsDigest: questionsDigest(questions),
        documentsDigest: digest,
      },
    });
  });
  return true;
}

/** Ends a run; one that was done is measured by the rule, and the oldest runs of the project go. */
export async function endRun(scope: TenantScope, runId: string, status: "done" | "cancelled" | "failed"): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id: runId };
  const outcome = status === "done" ? await applyRule(scope, runId) : null;
  await withOrganisation(scope, async (tx) => {
    await tx.goldenRun.updateMany({ where, data: { status, finishedAt: new Date(), ...(outcome === null ? {} : { outcome }) } });
    await prune(tx, scope);
  });
}

async function prune(tx: PortalTransaction, scope: TenantScope): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const last = await tx.goldenRun.aggregate({ where: owner, _max: { number: true } });
  await tx.goldenRun.deleteMany({ where: { ...owner, number: { lte: (last._max.number ?? 0) - RUNS_KEPT } } });
}

import "server-only";

import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { askGoldenQuestion, type Outcome } from "@/lib/portal/golden/ask-golden-question";
import type { AskedQuestion } from "@/lib/portal/golden/golden-question";
import { toAsked } from "@/lib/portal/golden/golden-row";
import { keepVerdict } from "@/lib/portal/golden/keep-verdict";
import { beginRun, endRun } from "@/lib/portal/golden/runs/run-state";
import type { JobCall } from "@/lib/portal/jobs/handler";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Questions asked at the same time: one is read from the database while another is embedded. */
const LANES = 3;
/** After so many tries a run is given up. */
const MOST_TRIES = 4;

interface Pending {
  questionId: string;
  position: number;
  asked: AskedQuestion;
}

/** Does a run, or goes on with one that was interrupted: questions that have their verdict are not asked again. */
export async function executeRun(scope: TenantScope, { subject: runId, attempt, signal }: JobCall): Promise<undefined> {
  const client = await openVault(scope);
  if (!(await beginRun(scope, runId, client))) return;
  try {
    const cancelled = await askAll(scope, runId, signal);
    await endRun(scope, runId, cancelled ? "cancelled" : "done");
  } catch (thrown) {
    if (signal.aborted || attempt < MOST_TRIES) throw thrown;
    await endRun(scope, runId, "failed");
  }
}

/** Asks what has no verdict yet. True when the run was cancelled meanwhile. */
async function askAll(scope: TenantScope, runId: string, signal: AbortSignal): Promise<boolean> {
  const pending = await withOrganisation(scope, (tx) => pendingOf(tx, scope, runId));
  let cancelled = false;
  const lane = async () => {
    for (let next = pending.shift(); next !== undefined && !cancelled; next = pending.shift()) {
      signal.throwIfAborted();
      if (await askOne(scope, runId, next, signal)) cancelled = true;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane).map((work) => work.catch((thrown: unknown) => stop(pending, thrown))));
  const failed = lanes.find((ended) => ended.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return cancelled;
}

/** Leaves nothing for the other lanes to begin. */
function stop(pending: Pending[], thrown: unknown): never {
  pending.length = 0;
  throw thrown;
}

async function pendingOf(tx: PortalTransaction, scope: TenantScope, runId: string): Promise<Pending[]> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const questions = await tx.goldenQuestion.findMany({ where: owner, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const asked = await tx.goldenVerdict.findMany({ where: { ...owner, runId }, select: { questionId: true } });
  const done = new Set(asked.map(({ questionId }) => questionId));
  return questions.map((row, position) => ({ questionId: row.id, position, asked: toAsked(row) })).filter(({ questionId }) => !done.has(questionId));
}

async function askOne(scope: TenantScope, runId: string, { questionId, position, asked }: Pending, signal: AbortSignal) {
  // Opened anew each time: a run may outlive the overlap of two keys.
  const outcome = await askGoldenQuestion(await openVault(scope), asked, signal);
  return withOrganisation(scope, async (tx) => {
    const verdict = await keepVerdict(tx, scope, { questionId, asked, run: { id: runId, position } }, outcome);
    const row = await tx.goldenRun.update({
      where: { organisationId_id: { organisationId: scope.organisation.id, id: runId }, projectId: scope.project.id },
      data: { done: { increment: 1 }, passed: { increment: verdict.passed ? 1 : 0 }, ...costOf(outcome) },
      select: { cancelAsked: true },
    });
    return row.cancelAsked;
  });
}

function costOf({ answer, others }: Outcome) {
  const answers = [answer, ...others.map((other) => other.answer)];
  const generated = answers.filter(({ mode }) => mode === "generated");
  const chars = generated.reduce((sum, { answer: text }) => sum + text.length, 0);
  return { asked: { increment: answers.length }, generated: { increment: generated.length }, generatedChars: { increment: chars } };
}

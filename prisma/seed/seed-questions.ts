import { setAsking } from "@/lib/portal/asking/set-asking";
import { readGate } from "@/lib/portal/asking/asking-state";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { isUnderWay } from "@/lib/portal/golden/runs/run";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { signGoldenQuestions } from "@/lib/portal/golden/signing/sign-golden-questions";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";
import type { PlannedQuestion } from "@/prisma/seed/customers";
import { type Patience, waitUntil } from "@/prisma/seed/patience";
import { allDocuments } from "@/lib/portal/documents/each-document";

/** Saves the golden questions of a project that are not there yet. */
export async function saveMissing(scope: TenantScope, planned: readonly PlannedQuestion[]): Promise<void> {
  const there = new Set((await listGoldenQuestions(scope)).map(({ question }) => question));
  const missing = planned.filter(({ question }) => !there.has(question));
  if (missing.length === 0) return;
  const documents = await allDocuments(await openVault(scope));
  for (const { document: name, ...question } of missing) {
    const cited = documents.find((candidate) => candidate.name === name);
    await saveGoldenQuestion(scope, { ...question, expectedDocument: cited === undefined ? null : { id: cited.id, name: cited.name } });
  }
}

/** Waits until every document of the project is read, or has failed. False when it takes too long. */
export async function untilRead(scope: TenantScope, patience: Patience): Promise<boolean> {
  const client = await openVault(scope);
  return waitUntil(scope, patience, async () => (await allDocuments(client)).every(({ status }) => status === "ready" || status === "failed"));
}

/** Runs and signs the questions and switches "Ask your docs" on, as far as that has not been done. False when they do not pass, or take too long. */
export async function switchOn(scope: TenantScope, patience: Patience): Promise<boolean> {
  if (scope.project.askingEnabled) return true;
  if (!(await readGate(scope)).passes) {
    await runAll(scope, patience);
    if (!(await readGate(scope)).passes) return false;
  }
  if (!(await readGate(scope)).open) await signGoldenQuestions(scope);
  await setAsking(scope, true);
  return true;
}

/** Has the worker run the questions, unless a run is on its way already. */
async function runAll(scope: TenantScope, patience: Patience): Promise<void> {
  const isRunning = async () => (await listRuns(scope, 1)).some(isUnderWay);
  if (!(await isRunning())) await startRun(scope, "hand");
  await waitUntil(scope, patience, async () => !(await isRunning()));
}

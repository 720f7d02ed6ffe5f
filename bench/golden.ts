/**
 * How long 200 golden questions take in the worker: a customer of its own with the project's corpus, a run as an admin starts it, done by the portal's worker.
 * Run with `npm run bench:golden`, on a machine that does nothing else.
 */
import { readFileSync } from "node:fs";

import { readQuestionSets } from "../evals/question-set";

import { closeEngineDatabase } from "@/lib/engine/database";
import { readWaiting } from "@/lib/engine/testing/engine";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { closePortalDatabase, withOrganisation } from "@/lib/portal/database";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { startPortalWorker, stopPortalWorker } from "@/lib/portal/jobs/worker";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

const QUESTIONS = 200;
const RUNS = 3;

async function upload(scope: TenantScope, files: readonly { name: string; path: string }[]): Promise<void> {
  const client = await openVault(scope);
  for (const { name, path } of files) await client.documents.upload({ name, body: new Blob([new Uint8Array(readFileSync(path))]).stream() });
  const { engineProjectId } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: scope.organisation.id, id: scope.project.id } }));
  await readWaiting(engineProjectId);
}

async function finished(scope: TenantScope): Promise<void> {
  for (;;) {
    const [run] = await listRuns(scope, 1);
    if (run?.status === "done") {
      console.log(`run ${run.number}: ${run.total} questions, ${run.passed} passed`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const [set] = readQuestionSets("evals/corpus");
if (set === undefined) throw new Error("There is no corpus.");
const scope = await ownerScope(await newTenant());
await upload(scope, set.files);
// A smaller set is asked again in other words: the engine keeps no answers, so each is a whole question.
for (let number = 0; number < QUESTIONS; number += 1) {
  const gold = set.questions[number % set.questions.length];
  if (gold === undefined) break;
  const question = number < set.questions.length ? gold.question : `${gold.question} (${Math.floor(number / set.questions.length) + 1})`;
  await saveGoldenQuestion(scope, gold.answerable ? { question, expectedPhrases: gold.answer.slice(0, 1) } : { question, expectsRefusal: true });
}
for (let round = 0; round < RUNS; round += 1) {
  const started = performance.now();
  await startRun(scope, "hand");
  if (round === 0) startPortalWorker();
  await finished(scope);
  console.log(`  ${((performance.now() - started) / 1000).toFixed(2)} s from the click to the last verdict (${round === 0 ? "first run: the model is read in" : "model in memory"})`);
}
await stopPortalWorker();
stopReaders();
await closePortalDatabase();
await closeEngineDatabase();
process.exit(0);

import { readFileSync } from "node:fs";

import { figures, reliability, type Row, tradeOff } from "./figures";
import { judge, type Judgement } from "./judge";
import { type QuestionSet, readQuestionSets } from "./question-set";

import { answerQuestion } from "@/lib/engine/answer/answer-question";
import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { searchProject } from "@/lib/engine/search/search-project";
import { addSample, createSampleProject } from "@/lib/engine/search/testing/project-of";

/** The project's own corpus, written for it; other sets are given as arguments. */
const OWN_SET = "evals/corpus";

async function askSet(set: QuestionSet): Promise<Judgement[]> {
  const scope = await createSampleProject();
  try {
    await addFiles(scope, set);
    const judged: Judgement[] = [];
    for (const question of set.questions) {
      const history = question.history.map((earlier) => ({ question: earlier, answer: "" }));
      const search = await searchProject(scope, { query: question.question, limit: 10 });
      judged.push(judge(question, search, await answerQuestion(scope, { question: question.question, history })));
    }
    return judged;
  } finally {
    await withProject(scope, (tx) => tx.project.delete({ where: { id: scope.projectId } }));
  }
}

async function addFiles(scope: ProjectScope, { files }: QuestionSet): Promise<void> {
  const started = performance.now();
  let chunks = 0;
  for (const { name, path } of files) {
    try {
      chunks += (await addSample(scope, { name, bytes: readFileSync(path) })).chunkCount;
    } catch (thrown) {
      console.log(`  not read: ${name} (${thrown instanceof Error ? thrown.message : "?"})`);
    }
  }
  console.log(`  ${files.length} documents, ${chunks} chunks, ${(chunks / ((performance.now() - started) / 1000)).toFixed(0)} chunks/s`);
}

function print(title: string, head: string[], rows: readonly Row[]): void {
  console.log(`\n${title}\n${head.map((cell) => cell.padStart(12)).join("")}`);
  for (const [label, ...values] of rows) {
    const cells = values.map((value) => (value === null ? "–" : Number.isInteger(value) ? String(value) : value.toFixed(3)).padStart(12));
    console.log(`${label.padStart(Math.max(12, label.length))}${cells.join("")}`);
  }
}

function printMisses(judged: readonly Judgement[]): void {
  for (const { question, answer, rank, holds } of judged) {
    const wrong = question.answerable ? !holds || rank !== 0 : !answer.refused;
    if (wrong) console.log(`\n${question.question}\n  gold: ${question.answer.join(" | ") || "none"}, rank ${rank}\n  ${answer.grounding} ${answer.confidence.toFixed(2)}: ${answer.answer.replace(/\s+/g, " ").slice(0, 300)}`);
  }
}

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const all: Judgement[] = [];
for (const folder of folders.length > 0 ? folders : [OWN_SET]) {
  for (const set of readQuestionSets(folder)) {
    console.log(`\n${folder}: ${set.name}`);
    const judged = await askSet(set);
    print("figures", [], figures(judged));
    if (process.argv.includes("--misses")) printMisses(judged);
    all.push(...judged);
  }
}
print("refused below a confidence of", ["", "answerable", "missing", "off topic"], tradeOff(all));
print("reliability of the answers given", ["confidence", "answers", "mean", "right"], reliability(all));
await closeEngineDatabase();

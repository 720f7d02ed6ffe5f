import { readFileSync } from "node:fs";

import { type QuestionSet, readQuestionSets } from "./question-set";

import { textOf } from "@/lib/engine/answer/quote";
import { type Evidence, evidenceIn } from "@/lib/engine/answer/writing/evidence";
import { findSupport } from "@/lib/engine/answer/writing/find-support";
import { plainSentence } from "@/lib/engine/answer/writing/plain-sentence";
import { closeEngineDatabase } from "@/lib/engine/database";
import { addSample, createSampleProject } from "@/lib/engine/search/testing/project-of";
import { retrieve } from "@/lib/engine/search/retrieve";

/** So many questions of a set are taken, evenly: each makes some hundred checks. */
const MOST_QUESTIONS = 25;
/** What a model is given of a retrieval. */
const PASSAGES = 6;
const OWN_SET = "evals/corpus";

/** How often a kind of sentence was tried, and how often it was taken for supported. */
interface Tally {
  tried: number;
  supported: number;
}

/** Sentences as a model could write them, true ones and such as were falsified by a rule, by kind. */
const CHANGES: Readonly<Record<string, (sentence: string) => string>> = {
  "as it stands": (sentence) => sentence,
  "another number": (sentence) => sentence.replace(/\d+/, (digits) => String(Number(digits) + 3)),
  negated: (sentence) => sentence.replace(/ (is|are|can|will|must|should|may) (?!not )/, " $1 not "),
  "not, left out": (sentence) => sentence.replace(/ not (?=\p{L})/u, " "),
};

async function checkSet(set: QuestionSet, tallies: Map<string, Tally>): Promise<void> {
  const scope = await createSampleProject();
  for (const { name, path } of set.files) await addSample(scope, { name, bytes: readFileSync(path) }).catch(() => undefined);
  const step = Math.ceil(set.questions.length / MOST_QUESTIONS);
  let earlier: string[] = [];
  for (const { question } of set.questions.filter((_question, index) => index % step === 0)) {
    const evidence = evidenceIn((await retrieve(scope, question)).ranked.slice(0, PASSAGES));
    const sentences = evidence.map(sentenceOf);
    for (const [index, sentence] of sentences.entries()) {
      const cited = evidence.filter(({ ranked }) => ranked === evidence[index]?.ranked);
      for (const [kind, change] of Object.entries(CHANGES)) {
        const changed = change(sentence);
        if (kind === "as it stands" || changed !== sentence) await count(tallies, kind, changed, cited, evidence);
      }
    }
    for (const foreign of earlier.filter((sentence) => !sentences.includes(sentence))) await count(tallies, "of other passages", foreign, evidence, evidence);
    earlier = sentences;
  }
}

function sentenceOf({ ranked: { passage }, index }: Evidence): string {
  const span = passage.sentences[index];
  return span === undefined ? "" : plainSentence({ raw: textOf({ passage, ...span }) }).text;
}

async function count(tallies: Map<string, Tally>, kind: string, sentence: string, cited: readonly Evidence[], all: readonly Evidence[]): Promise<void> {
  const { tried, supported } = tallies.get(kind) ?? { tried: 0, supported: 0 };
  const isSupported = (await findSupport(sentence, cited, all)).length > 0;
  tallies.set(kind, { tried: tried + 1, supported: supported + Number(isSupported) });
  if (isSupported !== (kind === "as it stands") && process.argv.includes("--misses")) console.log(`${kind}: ${sentence}`);
}

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
for (const folder of folders.length > 0 ? folders : [OWN_SET]) {
  const tallies = new Map<string, Tally>();
  for (const set of readQuestionSets(folder)) await checkSet(set, tallies);
  console.log(`\n${folder}: sentences that were taken for supported`);
  for (const [kind, { tried, supported }] of tallies) console.log(`${kind.padStart(20)} ${String(supported).padStart(6)} of ${String(tried).padStart(6)}  ${(supported / tried).toFixed(3)}`);
}
await closeEngineDatabase();

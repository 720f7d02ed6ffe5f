import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { z } from "zod";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import { detectType, HEAD_BYTES } from "@/lib/engine/ingest/read/detect-type";
import { readApart, stopReaders } from "@/lib/engine/ingest/read/read-apart";

// Reads the files that `expected.jsonl` of a folder names, in the reader's own process, and prints how many of the strings
// that each must hold were found, by format: node lib/launch/run.mjs evals/formats.ts FOLDER

const expectation = z.object({ file: z.string(), format: z.string(), must_contain: z.array(z.string()), needs_ocr: z.boolean() });
type Expectation = z.output<typeof expectation>;

/** What came of one file. */
interface Outcome extends Expectation {
  found: number;
  pages: number;
  milliseconds: number;
  /** The code that it failed with. */
  error?: string;
  missing: string[];
}

const folded = (text: string) => text.replace(/\s+/g, " ").trim();

async function outcomeOf(folder: string, expected: Expectation): Promise<Outcome> {
  const started = performance.now();
  const texts: string[] = [];
  let error: string | undefined;
  try {
    const bytes = readFileSync(join(folder, expected.file));
    const { format } = detectType(bytes.subarray(0, HEAD_BYTES), basename(expected.file));
    for await (const page of readApart(bytes, format)) texts.push(page.text);
  } catch (thrown) {
    error = thrown instanceof DocumentError ? `${thrown.code}: ${thrown.message}` : String(thrown);
  }
  const text = folded(texts.join(" "));
  const missing = expected.must_contain.filter((wanted) => !text.includes(folded(wanted)));
  const found = expected.must_contain.length - missing.length;
  return { ...expected, found, missing, pages: texts.length, milliseconds: performance.now() - started, ...(error === undefined ? {} : { error }) };
}

function printSums(outcomes: readonly Outcome[]): void {
  for (const format of new Set(outcomes.map((outcome) => outcome.format))) {
    const own = outcomes.filter((outcome) => outcome.format === format);
    const sum = (value: (outcome: Outcome) => number) => own.reduce((total, outcome) => total + value(outcome), 0);
    const counts = `${sum(({ found }) => found)} of ${sum(({ must_contain }) => must_contain.length)} strings`;
    console.log(`${format.padEnd(6)} ${own.length} files, ${own.filter(({ error }) => error === undefined).length} read, ${counts}, ${Math.round(sum(({ milliseconds }) => milliseconds))} ms`);
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder of the set.");
const outcomes: Outcome[] = [];
for (const line of readFileSync(join(folder, "expected.jsonl"), "utf8").split("\n")) {
  if (line.trim() === "") continue;
  const outcome = await outcomeOf(folder, expectation.parse(JSON.parse(line)));
  outcomes.push(outcome);
  if (outcome.error !== undefined) console.log(`${outcome.file}: ${outcome.error}`);
  for (const wanted of outcome.missing) console.log(`${outcome.file}: not found: ${wanted}`);
}
printSums(outcomes);
stopReaders();

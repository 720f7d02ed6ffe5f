/**
 * `npm run test:wall`: switches each layer of the wall off in turn, and shows which tests see it and that nobody outside sees more. About a minute a layer; with
 * words behind the command, only the layers whose names hold them.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

import { z } from "zod";

import { type Mutation, MUTATIONS } from "./mutations.ts";

const CONFIG = "lib/launch/wall/vitest.config.ts";
const OUTSIDE = "lib/launch/wall/outside.wall.ts";
const REPORT = ".build/wall.json";
/** Nothing is switched off: nobody may see anything, and every test passes. */
const NOTHING: Mutation = { name: "nothing", behind: null, tests: [...new Set(MUTATIONS.flatMap(({ tests }) => tests))] };

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

/** What came of one layer's absence. */
interface Seen {
  red: string[];
  /** In words; undefined when it could not be seen, since the tenants could not even be made. */
  leak: string | undefined;
}

async function seenWithout({ name, tests }: Mutation): Promise<Seen> {
  rmSync(REPORT, { force: true });
  const env = { ...process.env, WALL_OFF: name, TEST_DATABASE_URL: "", DATABASE_URL: "" };
  const options = ["run", "--config", CONFIG, "--reporter=json", `--outputFile=${REPORT}`];
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...options, OUTSIDE, ...tests], { env, stdio: ["ignore", "ignore", "inherit"] });
  await new Promise((resolve) => child.once("exit", resolve));
  const files = reportSchema.parse(JSON.parse(readFileSync(REPORT, "utf8"))).testResults;
  const outside = files.find((file) => file.name.endsWith(OUTSIDE));
  const others = files.filter((file) => file !== outside);
  return { red: others.flatMap(redTests), leak: outside === undefined ? undefined : leakIn(outside.assertionResults) };
}

function redTests({ name, status, assertionResults }: z.output<typeof reportSchema>["testResults"][number]): string[] {
  const file = name.slice(name.indexOf("/lib/") + 1);
  const failed = assertionResults.filter((test) => test.status === "failed").map(({ fullName }) => `${file}: ${fullName}`);
  return failed.length === 0 && status === "failed" ? [file] : failed;
}

function leakIn(results: z.output<typeof reportSchema>["testResults"][number]["assertionResults"]): string | undefined {
  const [result] = results;
  if (result === undefined || !["passed", "failed"].includes(result.status)) return undefined;
  if (result.status === "passed") return "none";
  const [message = ""] = result.failureMessages ?? [];
  const [, count, first] = /leaks: (\d+), first: (.+?)\.(?::|\s|$)/.exec(message) ?? [];
  return count === undefined ? `seen: ${message.slice(0, 200)}` : `seen, ${count} times, first: ${first}`;
}

/** A layer that has another behind it leaks nothing; every layer has a test that sees it go. */
function holds({ behind }: Mutation, { red, leak }: Seen): boolean {
  return red.length > 0 && (behind === null ? leak !== undefined : leak === "none");
}

function print({ name, behind }: Mutation, { red, leak }: Seen, seconds: number): void {
  console.log(`\n${name} (${seconds} s)`);
  console.log(`  behind it:     ${behind ?? "nothing, it is the authority itself"}`);
  console.log(`  tests red:     ${red.length === 0 ? "NONE" : red.length}`);
  for (const test of red.slice(0, 3)) console.log(`                 ${test}`);
  console.log(`  leak outside:  ${leak ?? "could not be looked at"}`);
}

mkdirSync(".build", { recursive: true });
const words = process.argv.slice(2);
const chosen = MUTATIONS.filter(({ name }) => words.every((word) => name.includes(word)));
const rows: { layer: string; "behind it": string; "tests red": number; "leak outside": string; holds: boolean }[] = [];
for (const mutation of words.length === 0 ? [NOTHING, ...chosen] : chosen) {
  const started = performance.now();
  const seen = await seenWithout(mutation);
  print(mutation, seen, Math.round((performance.now() - started) / 1000));
  const isRight = mutation === NOTHING ? seen.red.length === 0 && seen.leak === "none" : holds(mutation, seen);
  rows.push({ layer: mutation.name, "behind it": mutation.behind ?? "-", "tests red": seen.red.length, "leak outside": seen.leak ?? "not looked at", holds: isRight });
}
console.log("\n| layer off | behind it | tests red | leak outside |\n| --- | --- | --- | --- |");
for (const row of rows) console.log(`| ${row.layer} | ${row["behind it"]} | ${row["tests red"]} | ${row["leak outside"]} |`);
const fallen = rows.filter((row) => !row.holds);
console.log(fallen.length === 0 ? `\nThe wall holds: ${rows.length} runs.` : `\nNOT as it should be: ${fallen.map(({ layer }) => layer).join("; ")}`);
process.exit(fallen.length === 0 ? 0 : 1);

/**
 * What a start costs: seconds to ready for the first and the second start on an empty folder, the first question after it beside later
 * ones, resident memory of each process at rest, and the processes left after SIGTERM. Run with `npm run bench:start`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { descendants, freePort, processes, type RunningCitadel, startCitadel, stopCitadel } from "./citadel-process.ts";
import { archive, call, list, newProjectKey, until, upload } from "./engine-calls.ts";

/** Questions of each kind that the first one is compared with. */
const LATER = 40;

const dataDir = mkdtempSync(join(tmpdir(), "citadel-start-"));
const port = await freePort();
let key = "";
for (const which of ["first", "second"]) {
  const started = performance.now();
  const running = await startCitadel(dataDir, port);
  process.stdout.write(`${which} start: ready after ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  if (which === "first") key = await fill(running);
  else {
    await warmClient(running);
    await firstQuestions(running, "/v1/search", (shelf) => ({ query: `Who checks shelf 0-${shelf}?` }));
    await firstQuestions(running, "/v1/chat", (shelf) => ({ question: `Which box does shelf 0-${shelf} hold?` }));
    await report(running.launcher.pid ?? 0);
  }
  const below = new Set(descendants(running.launcher.pid ?? 0).map((row) => row.pid));
  await stopCitadel(running);
  const left = processes().filter(({ pid }) => below.has(pid));
  process.stdout.write(`processes left after SIGTERM: ${left.length} of ${below.size} ${left.map(({ command }) => command).join(", ")}\n`);
}
rmSync(dataDir, { recursive: true, force: true });

/** A project with ten documents, and its key. */
async function fill(running: RunningCitadel): Promise<string> {
  const made = await newProjectKey(running, "start");
  for (let index = 0; index < 10; index++) await upload(running, made, `archive-${index}.md`, archive(index));
  await until("documents are ready", 300, async () => (await list(running, made)).every(({ status }) => status === "ready"));
  return made;
}

/** This process's own first requests are slow as well: some that ask nothing. */
async function warmClient({ url }: RunningCitadel): Promise<void> {
  for (let sent = 0; sent < 10; sent++) await (await fetch(`${url}/v1/nothing`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })).text();
}

/** The first question of a kind beside the median of those that follow. */
async function firstQuestions(running: RunningCitadel, path: string, body: (shelf: number) => object): Promise<void> {
  const times: number[] = [];
  for (let asked = 0; asked <= LATER; asked++) {
    const started = performance.now();
    await call(running, key, "POST", path, JSON.stringify(body(asked % 12)));
    times.push(performance.now() - started);
  }
  const [first = 0, ...later] = times;
  const median = later.sort((a, b) => a - b)[LATER / 2] ?? 0;
  process.stdout.write(`POST ${path}: the first after ${first.toFixed(1)} ms, later ones ${median.toFixed(1)} ms (median): ratio ${(first / median).toFixed(2)}\n`);
}

async function report(launcher: number): Promise<void> {
  // The figures are those of a server at rest: the warm-up is over and nothing is queued.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const rows = descendants(launcher);
  const kinds = { web: /next/, worker: /worker\.js/, PostgreSQL: /postgres/ };
  for (const [kind, pattern] of Object.entries(kinds)) {
    const sum = rows.filter((row) => pattern.test(row.command)).reduce((total, row) => total + row.residentMegabytes, 0);
    process.stdout.write(`${kind}: ${sum} MB resident (PostgreSQL counts shared memory once a process)\n`);
  }
}

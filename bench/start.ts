/**
 * What a start costs: seconds to ready for the first and the second start on an empty folder, resident memory of each
 * process at rest, and the processes left after SIGTERM. Run with `npm run bench:start`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { descendants, freePort, processes, startCitadel, stopCitadel } from "./citadel-process.ts";

const dataDir = mkdtempSync(join(tmpdir(), "citadel-start-"));
const port = await freePort();
for (const which of ["first", "second"]) {
  const started = performance.now();
  const running = await startCitadel(dataDir, port);
  process.stdout.write(`${which} start: ready after ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  if (which === "second") await report(running.launcher.pid ?? 0);
  const below = new Set(descendants(running.launcher.pid ?? 0).map((row) => row.pid));
  await stopCitadel(running);
  const left = processes().filter(({ pid }) => below.has(pid));
  process.stdout.write(`processes left after SIGTERM: ${left.length} of ${below.size} ${left.map(({ command }) => command).join(", ")}\n`);
}
rmSync(dataDir, { recursive: true, force: true });

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

/**
 * Kills the worker, then the web process, with SIGKILL in the middle of ingesting 100 files, starts again, and counts:
 * every file must end ready, once. Run with `npm run bench:crash`; it exits 1 when a document is lost, doubled or stuck.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { descendants, freePort, startCitadel, stopCitadel } from "./citadel-process.ts";
import { archive, list, newProjectKey, until, upload } from "./engine-calls.ts";

const FILES = 100;
const KILL_AFTER_READY = 15;

async function scenario(victim: "worker" | "web"): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), "citadel-crash-"));
  const port = await freePort();
  let running = await startCitadel(dataDir, port);
  const key = await newProjectKey(running, `crash-${victim}`);
  for (let index = 0; index < FILES; index++) await upload(running, key, `archive-${index}.md`, archive(index));
  const ready = async () => (await list(running, key)).filter((row) => row.status === "ready").length;
  await until(`${KILL_AFTER_READY} files to be ready`, 120, async () => (await ready()) >= KILL_AFTER_READY);
  const pattern = victim === "worker" ? /worker\.js/ : /next/;
  const pid = descendants(running.launcher.pid ?? 0).find((row) => pattern.test(row.command))?.pid;
  if (pid === undefined) throw new Error(`No ${victim} process was found below the launcher.`);
  const before = await ready();
  process.kill(pid, "SIGKILL");
  await stopCitadel(running);
  running = await startCitadel(dataDir, port);
  await until("every file to end", 600, async () => (await list(running, key)).every((row) => ["ready", "failed"].includes(row.status)));
  const rows = await list(running, key);
  const chunks = new Set(rows.map((row) => row.chunkCount));
  const names = new Set(rows.map((row) => row.name));
  const good = rows.length === FILES && names.size === FILES && rows.every((row) => row.status === "ready") && chunks.size === 1;
  process.stdout.write(
    `${victim} killed at ${before}/${FILES} ready → after the next start: ${rows.length} documents, ${names.size} names, ` +
      `${rows.filter((row) => row.status === "ready").length} ready, chunks per document ${[...chunks].join("/")}: ${good ? "good" : "BAD"}\n`,
  );
  await stopCitadel(running);
  rmSync(dataDir, { recursive: true, force: true });
  return good;
}

const results = [await scenario("worker"), await scenario("web")];
process.exit(results.every(Boolean) ? 0 : 1);

/**
 * Kills the worker, then the web process, with SIGKILL in the middle of ingesting 100 files, starts again, and counts:
 * every file must end ready, once. Run with `npm run bench:crash`; it exits 1 when a document is lost, doubled or stuck.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { descendants, freePort, type RunningCitadel, startCitadel, stopCitadel } from "./citadel-process.ts";

const FILES = 100;
const KILL_AFTER_READY = 15;

interface Row {
  name: string;
  status: string;
  chunkCount: number;
}

async function call<Body>(running: RunningCitadel, key: string, method: string, path: string, body?: string | FormData): Promise<Body> {
  const json: Record<string, string> = typeof body === "string" ? { "content-type": "application/json" } : {};
  const answer = await fetch(running.url + path, { method, headers: { authorization: `Bearer ${key}`, ...json }, ...(body ? { body } : {}) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}

function file(index: number): string {
  const sections = Array.from({ length: 12 }, (_, section) => {
    const sentence = `Shelf ${index}-${section} of the archive holds box ${index * 31 + section * 7} and is checked by keeper ${section}. `;
    return `## Shelf ${index}-${section}\n\n${sentence.repeat(6)}\n`;
  });
  return `# Archive ${index}\n\n${sections.join("\n")}`;
}

async function list(running: RunningCitadel, key: string): Promise<Row[]> {
  return (await call<{ data: Row[] }>(running, key, "GET", "/v1/documents?limit=200")).data;
}

async function until(what: string, seconds: number, done: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    if (await done().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${seconds} s for: ${what}`);
}

async function scenario(victim: "worker" | "web"): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), "citadel-crash-"));
  const port = await freePort();
  let running = await startCitadel(dataDir, port);
  const manage = <Body>(path: string, body: object) => call<Body>(running, running.managementKey, "POST", path, JSON.stringify(body));
  const project = await manage<{ id: string }>("/v1/projects", { name: `crash-${victim}` });
  const { key } = await manage<{ key: string }>(`/v1/projects/${project.id}/keys`, {});
  for (let index = 0; index < FILES; index++) {
    const form = new FormData();
    form.append("file", new Blob([file(index)]), `archive-${index}.md`);
    await call(running, key, "POST", "/v1/documents", form);
  }
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

/**
 * What an export of a large project takes: `npm run bench:export`, or with another number of gigabytes `npm run bench:export -- 10`; it needs four times that on the disk.
 * The export's job runs in a worker that is killed once in the middle, the download is cut off once, and the archive is checked by `verify-export`. Each in a process
 * of its own, whose peak of resident memory is read from the kernel (VmHWM, Linux). Exits with 1 when the archive is wrong or a process held more than 300 MB.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { descendants } from "./citadel-process";
import { fillProject } from "./large-project";

import { WORKER_MEMORY } from "@/lib/launch/programs";
import { closeEngineDatabase } from "@/lib/engine/database";
import { blobBytes } from "@/lib/platform/blobs/sealed-blobs";
import { signingPublicKey } from "@/lib/platform/crypto/signing";
import { env } from "@/lib/platform/env";
import { serve } from "@/lib/platform/http/testing/serve";
import { closePortalDatabase, withOrganisation } from "@/lib/portal/database";
import { startPortalWorker, stopPortalWorker } from "@/lib/portal/jobs/worker";
import type { OrganisationScope } from "@/lib/portal/scope";
import { organisationBy } from "@/lib/portal/sessions/from-session";
import { engineProjectOf } from "@/lib/portal/testing/engine-project-of";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { askExport } from "@/lib/portal/transfer/ask-export";
import { exportResponse } from "@/lib/portal/transfer/download-export";
import { partBlob } from "@/lib/portal/transfer/transfer";

const MOST_MEGABYTES = 300;
const MEGABYTE = 1024 * 1024;

const peaks: { process: string; megabytes: number; seconds: number }[] = [];
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The most that a living process has held resident so far, in MB. */
function peakOf(pid: number): number {
  return Math.round(Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
}

/** Runs this program again as another process, until `done` resolves. */
async function inProcess(name: string, args: readonly string[], done: (child: ChildProcess) => Promise<unknown>, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  const started = performance.now();
  const child = fork(process.argv[1] ?? "", args, { execArgv: [...WORKER_MEMORY.flags], env: { ...process.env, ...WORKER_MEMORY.variables } });
  const ended = once(child, "exit");
  await Promise.race([done(child), ended.then(([code]) => Promise.reject(new Error(`The process for ${name} ended early (${String(code)}).`)))]);
  peaks.push({ process: name, megabytes: peakOf(child.pid ?? 0), seconds: (performance.now() - started) / 1000 });
  child.kill(signal);
  await ended;
}

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await wait(100);
}

async function statusOf(scope: OrganisationScope, id: string): Promise<string> {
  return (await withOrganisation(scope, (tx) => tx.transfer.findFirstOrThrow({ where: { organisationId: scope.organisation.id, id } }))).status;
}

/** Downloads into a file, and goes on by a Range request after it was cut off in the middle. */
async function download(url: string, path: string): Promise<void> {
  const first = await fetch(url);
  const whole = Number(first.headers.get("x-whole-bytes"));
  const cut = Math.floor(whole * 0.4);
  let got = 0;
  const part = async function* (body: ReadableStream<Uint8Array> | null) {
    for await (const bytes of body ?? []) {
      got += bytes.length;
      yield bytes;
      if (got >= cut) return;
    }
  };
  await pipeline(Readable.from(part(first.body)), createWriteStream(path));
  const rest = await fetch(url, { headers: { range: `bytes=${statSync(path).size}-` } });
  if (rest.status !== 206) throw new Error(`The rest was answered with ${rest.status}.`);
  await pipeline(Readable.from(rest.body ?? []), createWriteStream(path, { flags: "a" }));
}

async function verify(path: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, ["lib/launch/run.mjs", "lib/portal/transfer/verify-export.ts", path, "--public-key", signingPublicKey()], { stdio: "inherit" });
  let [megabytes, ended] = [0, false];
  const exit = once(child, "exit").then(([code]) => {
    ended = true;
    return code === 0;
  });
  while (!ended) {
    megabytes = Math.max(megabytes, ...descendants(child.pid ?? 0).filter(({ command }) => command.includes("run-verify-export")).map(({ residentMegabytes }) => residentMegabytes));
    await Promise.race([exit, wait(250)]);
  }
  peaks.push({ process: "verify-export", megabytes, seconds: (performance.now() - started) / 1000 });
  return exit;
}

async function measure(bytes: number): Promise<boolean> {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const filling = performance.now();
  const documents = await fillProject(await engineProjectOf(scope), bytes);
  console.log(`${documents} documents, ${Math.round(bytes / MEGABYTE)} MB of originals put in, in ${((performance.now() - filling) / 1000).toFixed(0)} s`);
  const id = await askExport(scope, { project: tenant.project });
  const part = partBlob(id, scope.project.id);
  await inProcess("worker, killed when the engine's part was there", ["work"], () => until(async () => (await blobBytes(part)) !== undefined), "SIGKILL");
  const kept = await blobBytes(part);
  await inProcess("worker that goes on (waits for the dead one's lock)", ["work"], () => until(async () => (await statusOf(scope, id)) === "ready"));
  const path = join(env().DATA_DIR, "export.zip");
  await inProcess("web, for the download in two parts", ["serve", tenant.token, tenant.org, id], async (child) => {
    const [url] = await once(child, "message");
    await download(String(url), path);
  });
  console.log(`the engine's part: ${Math.round((kept ?? 0) / MEGABYTE)} MB; the archive: ${Math.round(statSync(path).size / MEGABYTE)} MB`);
  const valid = await verify(path);
  for (const { process: name, megabytes, seconds } of peaks) console.log(`${String(megabytes).padStart(5)} MB at most, ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  rmSync(path);
  return valid && peaks.every(({ megabytes }) => megabytes <= MOST_MEGABYTES);
}

/** The web process's side of the download: the session is looked up once, then everything is the route's. */
async function offer(token: string, org: string, id: string): Promise<void> {
  const scope = await organisationBy(token, org);
  const { url } = await serve(async (request) => {
    const response = await exportResponse(scope, id, request.headers.get("range"));
    // The test server answers in chunks and leaves the length out.
    response.headers.set("x-whole-bytes", response.headers.get("content-length") ?? "");
    return response;
  });
  process.send?.(url);
}

const [first = "1", ...rest] = process.argv.slice(2);
if (first === "work") {
  startPortalWorker();
  process.on("SIGTERM", () => void stopPortalWorker().then(() => process.exit(0)));
} else if (first === "serve") {
  const [token = "", org = "", id = ""] = rest;
  await offer(token, org, id);
} else {
  const isGood = await measure(Number(first) * 1024 * MEGABYTE);
  await closePortalDatabase();
  await closeEngineDatabase();
  process.exit(isGood ? 0 : 1);
}

/** The launcher: settings, secrets, database, then the web and worker processes, until it is told to stop. */
import { mkdirSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { announce } from "@/lib/launch/announce";
import { childEnv } from "@/lib/launch/child-env";
import { openDatabase } from "@/lib/launch/database";
import { lockDataFolder } from "@/lib/launch/data-lock";
import { LogFile } from "@/lib/launch/log-file";
import { say, step } from "@/lib/launch/say";
import { loadSecrets } from "@/lib/launch/secrets";
import { seed } from "@/lib/launch/seed-process";
import { StartError } from "@/lib/launch/start-error";
import { Supervised } from "@/lib/launch/supervisor";
import { waitUntilReady } from "@/lib/launch/wait-until-ready";
import { isAlive } from "@/lib/platform/db/embedded/is-alive";
import { appUrlOf, type Env, readEnv } from "@/lib/platform/env";

const isDevelopment = process.argv.includes("--dev");
/** Between two looks whether the embedded database still runs, in ms. */
const DATABASE_WATCH_MS = 2_000;

/** What must be ended, last first. */
const undo: (() => Promise<void> | void)[] = [];
let programs: Supervised[] = [];
let stopping: Promise<void> | undefined;

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const end of undo.reverse()) await end();
    process.exit(code);
  })();
  return stopping;
}

function interrupted(): void {
  if (stopping !== undefined) for (const program of programs) program.kill();
  void stop(0);
}

async function launch(): Promise<void> {
  const env = settings();
  const url = appUrlOf(env);
  undo.push(lockDataFolder(env.DATA_DIR, url));
  await assertPortIsFree(env.PORT);
  const { secrets, made } = loadSecrets(env);
  const database = await openDatabase(env, secrets.MASTER_KEY);
  undo.push(database.stop);
  const handed = childEnv(env, { secrets, ...database, mode: isDevelopment ? "development" : "production" });
  programs = [web(env, handed), worker(env, handed)];
  undo.push(() => Promise.all(programs.map((program) => program.stop())).then(() => undefined));
  for (const program of programs) program.start();
  if (database.pid !== undefined) watchDatabase(database.pid);
  await step("Starting the web and worker processes", () => waitUntilReady(`http://localhost:${env.PORT}`));
  const people = env.DEMO && env.DATABASE_URL === undefined ? await seed(handed) : [];
  announce({ url, dataDir: env.DATA_DIR, secrets, made, people });
}

function settings(): Env {
  const env = readEnv(process.env);
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o755 });
  return { ...env, DATA_DIR: realpathSync(env.DATA_DIR) };
}

function web(env: Env, handed: NodeJS.ProcessEnv): Supervised {
  const next = ["node_modules/next/dist/bin/next", isDevelopment ? "dev" : "start", "--port", String(env.PORT)];
  // `next dev` has processes of its own, which the leash would hold by the wrong end.
  const leash = isDevelopment ? [] : ["--import", "./lib/launch/leash.mjs"];
  const args = ["--enable-source-maps", ...leash, ...next];
  return new Supervised({ name: "web", args, env: handed, log: new LogFile(join(env.DATA_DIR, "logs", "web.log"), "web") }, giveUp);
}

function worker(env: Env, handed: NodeJS.ProcessEnv): Supervised {
  const log = new LogFile(join(env.DATA_DIR, "logs", "worker.log"), "worker");
  return new Supervised({ name: "worker", args: ["--enable-source-maps", ".build/worker.js"], env: handed, log }, giveUp);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  void stop(1);
}

function watchDatabase(pid: number): void {
  const watch = setInterval(() => {
    if (isAlive(pid) || stopping !== undefined) return;
    clearInterval(watch);
    giveUp("The embedded PostgreSQL has ended. Start again; nothing that was saved is lost. Its last words stand in postgres.log under DATA_DIR.");
  }, DATABASE_WATCH_MS);
}

function assertPortIsFree(port: number): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", () => reject(new StartError(`Port ${port} is taken by another program. Set PORT to a free one (PORT=3001 npm start).`)));
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

process.on("SIGINT", interrupted);
process.on("SIGTERM", interrupted);
process.on("SIGHUP", interrupted);
process.on("disconnect", interrupted);

try {
  await launch();
} catch (thrown) {
  // Errors of this kind are sentences for the person; anything else is a fault of ours and shows where.
  const isSentence = thrown instanceof Error && ["StartError", "DatabaseSetupError", "EnvError"].includes(thrown.name);
  process.stderr.write(`\n${isSentence ? thrown.message : thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  if (stopping === undefined) await stop(1);
}
say("");

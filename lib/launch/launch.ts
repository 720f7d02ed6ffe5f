/** The launcher: settings, secrets, database, then the web and worker processes, until it is told to stop. */
import { mkdirSync, realpathSync } from "node:fs";

import { announce } from "@/lib/launch/announce";
import { childEnv } from "@/lib/launch/child-env";
import { openDatabase } from "@/lib/launch/database";
import { lockDataFolder } from "@/lib/launch/data-lock";
import { onEachWish } from "@/lib/launch/wish-to-stop";
import { assertPortIsFree } from "@/lib/launch/port";
import { webProcess, workerProcess } from "@/lib/launch/programs";
import { step } from "@/lib/launch/say";
import { loadSecrets } from "@/lib/launch/secrets";
import { seedDemo, seedOperator } from "@/lib/launch/seed-process";
import { Shutdown } from "@/lib/launch/shutdown";
import { explain } from "@/lib/launch/start-error";
import type { Supervised } from "@/lib/launch/supervisor";
import { waitUntilReady } from "@/lib/launch/wait-until-ready";
import { watchDatabase } from "@/lib/launch/watch-database";
import { appUrlOf, type Env, readEnv } from "@/lib/platform/env";

const isDevelopment = process.argv.includes("--dev");
const shutdown = new Shutdown();
let programs: Supervised[] = [];

async function launch(): Promise<void> {
  const env = settings();
  const url = appUrlOf(env);
  shutdown.add(lockDataFolder(env.DATA_DIR, url));
  await assertPortIsFree(env.PORT);
  const { secrets, made } = loadSecrets(env);
  const database = await openDatabase(env, secrets.MASTER_KEY);
  shutdown.add(database.stop);
  shutdown.signal.throwIfAborted();
  const mode = isDevelopment ? "development" : "production";
  const handed = childEnv(env, { secrets, engineUrl: database.engineUrl, portalUrl: database.portalUrl, mode });
  programs = [webProcess(env, handed, giveUp), workerProcess(env, handed, giveUp)];
  shutdown.add(() => Promise.all(programs.map((program) => program.stop())).then(() => undefined));
  for (const program of programs) program.start();
  if (database.pid !== undefined) shutdown.add(watchDatabase(database.pid, giveUp));
  await step("Starting the web and worker processes", () => waitUntilReady(`http://localhost:${env.PORT}`, shutdown.signal));
  const seeding = { dataDir: env.DATA_DIR, env: handed, signal: shutdown.signal };
  const operator = env.OPERATOR_EMAIL === undefined ? [] : await seedOperator(seeding);
  const demo = env.DEMO && env.DATABASE_URL === undefined ? await seedDemo(seeding) : [];
  announce({ url, dataDir: env.DATA_DIR, secrets, made, operator, demo });
}

function settings(): Env {
  const env = readEnv(process.env);
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o755 });
  return { ...env, DATA_DIR: realpathSync(env.DATA_DIR) };
}

async function stop(code: number): Promise<void> {
  await shutdown.run(launching);
  process.exit(code);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  void stop(1);
}

onEachWish((wish) => {
  if (wish > 1) for (const program of programs) program.kill();
  void stop(0);
});

const launching = launch();
launching.catch((thrown: unknown) => {
  if (shutdown.signal.aborted) return;
  giveUp(`\n${explain(thrown)}`);
});

import { join } from "node:path";

import { LogFile } from "@/lib/launch/log-file";
import { Supervised } from "@/lib/launch/supervisor";
import type { Env } from "@/lib/platform/env";

/** Told the reason when a program cannot be kept running. */
export type GiveUp = (sentence: string) => void;

/** The process that serves pages and routes on `PORT`; in development `next dev`. */
export function webProcess(env: Env, handed: NodeJS.ProcessEnv, giveUp: GiveUp): Supervised {
  const command = handed.NODE_ENV === "development" ? "dev" : "start";
  const args = ["--enable-source-maps", "--import", "./lib/launch/leash.mjs", "node_modules/next/dist/bin/next", command, "--port", String(env.PORT)];
  return new Supervised({ name: "web", args, env: handed, log: logOf(env, "web") }, giveUp);
}

/** The process that reads documents and does the portal's jobs. */
export function workerProcess(env: Env, handed: NodeJS.ProcessEnv, giveUp: GiveUp): Supervised {
  return new Supervised({ name: "worker", args: ["--enable-source-maps", ".build/worker.js"], env: handed, log: logOf(env, "worker") }, giveUp);
}

function logOf({ DATA_DIR }: Env, name: string): LogFile {
  return new LogFile(join(DATA_DIR, "logs", `${name}.log`), name);
}

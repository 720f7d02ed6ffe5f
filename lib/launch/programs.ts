import { join } from "node:path";

import { LogFile } from "@/lib/launch/log-file";
import { Supervised } from "@/lib/launch/supervisor";
import type { Env } from "@/lib/platform/env";

/** Told the reason when a program cannot be kept running. */
export type GiveUp = (sentence: string) => void;

/** A nursery of at most 24 MB instead of 96: what requests leave behind is gone soon, and the rest stayed resident. */
const SMALL_NURSERY = "--max-semi-space-size=8";

/** The process that serves pages and routes on `PORT`; in development `next dev`. */
export function webProcess(env: Env, handed: NodeJS.ProcessEnv, giveUp: GiveUp): Supervised {
  const command = handed.NODE_ENV === "development" ? "dev" : "start";
  const args = [SMALL_NURSERY, "--import", "./lib/launch/leash.mjs", "node_modules/next/dist/bin/next", command, "--port", String(env.PORT)];
  return new Supervised({ name: "web", args, env: handed, log: logOf(env, "web") }, giveUp);
}

/**
 * What keeps a worker small while it streams archives of any size: a nursery of 8 MB instead of 32 that can be collected when
 * some megabytes have gone through (`writeBlob`), and an allocator (glibc's) that gives memory back to the system. Measured by `npm run bench:export`.
 */
export const WORKER_MEMORY = {
  flags: [SMALL_NURSERY, "--expose-gc"],
  variables: { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "65536", MALLOC_TRIM_THRESHOLD_: "131072" },
} as const;

/** The process that reads documents and does the portal's jobs. */
export function workerProcess(env: Env, handed: NodeJS.ProcessEnv, giveUp: GiveUp): Supervised {
  return new Supervised({ name: "worker", args: [...WORKER_MEMORY.flags, ".build/worker.js"], env: { ...WORKER_MEMORY.variables, ...handed }, log: logOf(env, "worker") }, giveUp);
}

function logOf({ DATA_DIR }: Env, name: string): LogFile {
  return new LogFile(join(DATA_DIR, "logs", `${name}.log`), name);
}

import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { isAlive } from "@/lib/platform/db/embedded/is-alive";

/** Between two looks whether it is gone, in ms. */
const LOOK_MS = 20;
/** How long a fast shutdown may take before an immediate one is asked for, and that before the process is killed, in ms. */
const PATIENCE_MS = { SIGINT: 20_000, SIGQUIT: 5_000, SIGKILL: 5_000 } as const;

/** Ends a server: open transactions are rolled back and everything is written. Resolves when the process is gone. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await isGone(pid, PATIENCE_MS[signal])) return;
  }
}

async function isGone(pid: number, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (!isAlive(pid)) return true;
    await sleep(LOOK_MS);
  }
  return !isAlive(pid);
}

import "server-only";

import { readFileSync } from "node:fs";

/** Whether a process with this id runs, whoever it belongs to. One that has ended and that nobody has waited for does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM" && !isZombie(pid);
  }
  return !isZombie(pid);
}

/** Linux only: in a container whose first process waits for nobody, ended orphans stay in the table. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}

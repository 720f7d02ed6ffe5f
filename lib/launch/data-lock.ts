import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { StartError } from "@/lib/launch/start-error";
import { isAlive } from "@/lib/platform/db/embedded/is-alive";

const holder = z.object({
  pid: z.int(),
  /** When the process began, in clock ticks since the machine did; null where the system does not say. */
  begun: z.string().nullable(),
  url: z.string(),
});

/** How often a lock whose holder is gone is taken over from another starter at the same moment. */
const TRIES = 3;

/**
 * Takes the data folder for this process alone. A lock whose process is gone is taken over.
 *
 * @returns the release
 * @throws StartError when another server runs on the folder
 */
export function lockDataFolder(dataDir: string, url: string): () => void {
  const path = join(dataDir, "server.lock");
  const mine = JSON.stringify({ pid: process.pid, begun: begunAt(process.pid), url });
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      writeFileSync(path, mine, { flag: "wx", mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (thrown) {
      if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
    }
    const other = read(path);
    if (other !== undefined && isAlive(other.pid) && begunAt(other.pid) === other.begun) {
      throw new StartError(`Another Citadel runs on ${dataDir} already (process ${other.pid}, ${other.url}). Use that one, stop it, or set DATA_DIR to another folder.`);
    }
    rmSync(path, { force: true });
  }
  throw new StartError(`${path} is being taken by several servers at once. Start one of them again.`);
}

function read(path: string): z.output<typeof holder> | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Half written by a process that died, or gone again.
    return undefined;
  }
}

/** Process ids are used again; together with its beginning one names a process for good (Linux; null elsewhere). */
function begunAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

import "server-only";

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { isAlive } from "@/lib/platform/db/embedded/is-alive";

const run = promisify(execFile);

/** What a running server writes into its folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** It takes connections. */
  ready: boolean;
}

/** The file's lines, from 0 (`pidfile.h`). */
const LINE = { pid: 0, port: 3, status: 7 };

/** Reads `postmaster.pid`; undefined when there is none or it is not complete yet. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const content = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const lines = content.split("\n").map((line) => line.trim());
  const pid = Number(lines[LINE.pid]);
  const port = Number(lines[LINE.port]);
  if (!(pid > 0)) return undefined;
  return { pid, port: port > 0 ? port : 0, ready: lines[LINE.status] === "ready" };
}


/** Whether the process is a PostgreSQL server of this folder: an id may have been given to another process since. */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const args = await run("ps", ["-ww", "-o", "args=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    // Small systems have no ps, or one without these options.
    async () => (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " "),
  );
  return args.includes(`-D ${cluster} `);
}

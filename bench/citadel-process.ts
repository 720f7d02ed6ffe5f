import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A started product: the launcher's process, its address and a management key to speak with its engine. */
export interface RunningCitadel {
  launcher: ChildProcess;
  url: string;
  managementKey: string;
}

/** The management key the runs of this folder use; it opens servers on this machine that live as long as the run. */
const MANAGEMENT_KEY = `mk_${"bench".repeat(8)}`;

/** A TCP port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The operating system named no port.");
  return address.port;
}

/** Starts the product as a person would (`npm start`'s program) on a folder of its own; resolves when it takes work. */
export async function startCitadel(dataDir: string, port: number, variables: Record<string, string> = {}): Promise<RunningCitadel> {
  const launcher = spawn(process.execPath, ["lib/launch/start.mjs"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: "0", MANAGEMENT_KEY, LOG_LEVEL: "warn", ...variables },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + 600_000;
  for (;;) {
    if (launcher.exitCode !== null) throw new Error(`The launcher ended with ${launcher.exitCode} before it was ready.`);
    if (Date.now() > deadline) throw new Error("The server was not ready within ten minutes.");
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.status === 200) return { launcher, url, managementKey: MANAGEMENT_KEY };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Asks the launcher to stop and waits for its end. */
export async function stopCitadel(running: RunningCitadel): Promise<void> {
  if (running.launcher.exitCode !== null || running.launcher.signalCode !== null) return;
  running.launcher.kill("SIGTERM");
  await once(running.launcher, "exit");
}

/** A process below another, from the kernel's process table (Linux). */
export interface ProcessRow {
  pid: number;
  parent: number;
  command: string;
  /** Resident memory, in MB. */
  residentMegabytes: number;
}

/** All processes of the machine that still run. */
export function processes(): ProcessRow[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readRow(Number(name)));
}

/** All processes below `root`, the root left out. */
export function descendants(root: number): ProcessRow[] {
  const rows = processes();
  const below = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const row of rows) {
      if (below.has(row.parent) && !below.has(row.pid)) {
        below.add(row.pid);
        grown = true;
      }
    }
  }
  below.delete(root);
  return rows.filter((row) => below.has(row.pid));
}

/** What a process holds resident, in MB, with memory that several map (programs, PostgreSQL's buffers) shared out among them: such sums count nothing twice. */
export function proportionalMegabytes(pid: number): number {
  try {
    return Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended.
    return 0;
  }
}

function readRow(pid: number): ProcessRow[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    // Ended, and not yet waited for by its parent.
    if (/^State:\s*Z/m.test(status)) return [];
    const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(status)?.[1] ?? 0);
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return [{ pid, parent: field("PPid"), command, residentMegabytes: Math.round(field("VmRSS") / 1024) }];
  } catch {
    // The process ended between the listing and the look.
    return [];
  }
}

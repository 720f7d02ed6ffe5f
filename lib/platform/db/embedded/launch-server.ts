import "server-only";

import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { serverEnvironment } from "@/lib/platform/db/embedded/create-cluster";
import { type PostmasterFile, readPostmasterFile } from "@/lib/platform/db/embedded/postmaster-file";
import type { ServerUser } from "@/lib/platform/db/embedded/server-user";

/** How a server is started. */
export interface ServerOptions {
  cluster: string;
  postgres: string;
  user: ServerUser | undefined;
  /** Where the server's messages go; emptied at each start. */
  logFile: string;
  durable: boolean;
}

/** Web and worker hold about 35 connections. */
const MOST_CONNECTIONS = 120;
/** Between two looks whether it is ready, in ms. */
const LOOK_MS = 10;
/** After a power failure the server first reads what it had written ahead, in ms. */
const PATIENCE_MS = 120_000;
const PORTS_TO_TRY = 5;

/** Listens on this machine only, and writes neither statements nor values of rows to its log. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: String(MOST_CONNECTIONS),
  // A search of rows that no vacuum has seen takes up to twice the time; the default looks once a minute.
  autovacuum_naptime: "15s",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_min_messages: "warning",
};
/** For clusters that are thrown away. */
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Starts the server of a cluster on a free port and waits until it takes connections. Throws {@link DatabaseSetupError}. */
export async function launchServer(options: ServerOptions): Promise<PostmasterFile> {
  for (let left = PORTS_TO_TRY; ; left--) {
    const started = await tryPort(options, await freePort());
    if (started !== undefined) return started;
    const log = await readFile(options.logFile, "utf8").catch(() => "");
    // Between finding a free port and taking it, somebody else may have taken it.
    if (left > 1 && log.includes("Address already in use")) continue;
    throw new DatabaseSetupError(`The embedded PostgreSQL did not start. Its last words, from ${options.logFile}:\n${log.trim().split("\n").slice(-5).join("\n")}`);
  }
}

async function tryPort({ cluster, postgres, user, logFile, durable }: ServerOptions, port: number): Promise<PostmasterFile | undefined> {
  const settings = { ...SETTINGS, port: String(port), ...(durable ? {} : NOT_DURABLE) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, "w", 0o600);
  // In a session of its own: Ctrl-C is for the launcher, which stops the application first.
  const server = spawn(postgres, ["-D", cluster, ...flags], { ...user, env: serverEnvironment(), stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  let ended = false;
  server.once("exit", () => (ended = true));
  server.once("error", () => (ended = true));
  server.unref();
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !ended; ) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === server.pid && file?.ready) return file;
    await sleep(LOOK_MS);
  }
  server.kill("SIGQUIT");
  return undefined;
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("The operating system named no port."))));
    });
  });
}

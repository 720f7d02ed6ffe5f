/** Global setup: two servers of the real build, each with the demo. One has its own engine, the other's portal speaks to that one over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { forgetPolicies, policiesInWords } from "../content-policy";
import { keysIn } from "../key-material";
import { SERVERS_FILE } from "./servers";

interface Started {
  launcher: ChildProcess;
  /** Everything that it has written so far. */
  printed: () => string;
  url: string;
  dataDir: string;
  managementKey: string;
  operatorToken: string;
}

const secret = (prefix: string) => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}${crypto.randomUUID().replaceAll("-", "")}`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The operating system named no port.");
  return address.port;
}

/** Starts the product and waits until it has said where it runs: then the demo is there. */
async function start(name: string, variables: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), `citadel-e2e-${name}-`));
  const keys = { MANAGEMENT_KEY: secret("mk"), OPERATOR_TOKEN: secret("op") };
  const env = { ...process.env, ...keys, DATABASE_URL: "", PORT: String(port), DATA_DIR: dataDir, DEMO: "1", CONNECTOR_ALLOW_PRIVATE: "localhost", GOLDEN_SETTLE_SECONDS: "2", LOG_LEVEL: "info", ...variables };
  const launcher = spawn(process.execPath, ["lib/launch/start.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    launcher.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      process.stdout.write(chunk.toString().replaceAll(/^(?=.)/gm, `  ${name}: `));
      if (printed.includes("Citadel runs at")) resolve();
    });
    launcher.stderr?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      process.stderr.write(chunk);
    });
    launcher.once("exit", (code) => reject(new Error(`The server ${name} ended with ${code} before it was ready.`)));
  });
  return { launcher, printed: () => printed, url: `http://localhost:${port}`, dataDir, managementKey: keys.MANAGEMENT_KEY, operatorToken: keys.OPERATOR_TOKEN };
}

function describe({ launcher: _, printed: __, ...server }: Started) {
  return { ...server, people: JSON.parse(readFileSync(join(server.dataDir, "demo-people.json"), "utf8")) };
}

/** Stops a server, and fails the run when a key stands in anything that it has logged. */
async function stop({ launcher, printed, dataDir }: Started): Promise<void> {
  if (launcher.exitCode === null) {
    launcher.kill("SIGTERM");
    await once(launcher, "exit");
  }
  rmSync(dataDir, { recursive: true, force: true });
  const found = keysIn(printed());
  if (found.length > 0) throw new Error(`Keys in the server’s log: ${found.join(", ")}.`);
}

/** Starts both servers; Playwright calls what it returns at the end. */
export default async function setUp(): Promise<() => Promise<void>> {
  const own = await start("in-process");
  const remote = await start("over-http", { ENGINE_URL: own.url, ENGINE_MANAGEMENT_KEY: own.managementKey });
  mkdirSync("test-results", { recursive: true });
  forgetPolicies();
  writeFileSync(SERVERS_FILE, JSON.stringify({ "in-process": describe(own), "over-http": describe(remote) }), { mode: 0o600 });
  return async () => {
    process.stdout.write(`${policiesInWords()}\n`);
    // Both are stopped, whatever one of them has logged.
    const ends = await Promise.allSettled([stop(remote), stop(own)]);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  };
}

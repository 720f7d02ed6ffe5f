// Plain JavaScript without a package: it runs before anything is installed, on whatever Node the machine has.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LOCK = join(ROOT, "package-lock.json");
const STAMP = join(ROOT, "node_modules", ".citadel-lock");
const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Installs the packages when they are missing or not those of the lock file, then runs a TypeScript program on the pinned Node in
 * the product's folder. Signals go through to it; its exit code becomes this process's.
 */
export async function handOver(program, args) {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    console.error(`Citadel needs Node ${OLDEST_NODE} or later to start; this is ${process.version}. Install a newer one from nodejs.org and start again.`);
    process.exit(1);
  }
  process.chdir(ROOT);
  await installPackages();
  const child = spawn(NODE, ["--disable-warning=ExperimentalWarning", program, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const code = await ended(child);
  if (code === undefined) console.error("The pinned Node could not be started. Remove node_modules and start again.");
  process.exit(code ?? 1);
}

async function installPackages() {
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === readFileSync(LOCK, "utf8")) return;
  const started = Date.now();
  console.log("Installing packages (about a minute the first time) …");
  // "install", not "ci": a mirror may lack optional packages of other platforms. "--no-save": the lock file stays as it is.
  const args = ["install", "--include=dev", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  // The packages' own scripts would look for servers on the internet.
  const env = { ...process.env, NODE_ENV: "development", ONNXRUNTIME_NODE_INSTALL: "skip", PRISMA_SKIP_POSTINSTALL_GENERATE: "1" };
  const code = await ended(spawn(process.platform === "win32" ? "npm.cmd" : "npm", args, { env, stdio: ["ignore", "inherit", "inherit"] }));
  if (code !== 0) {
    console.error("The packages could not be installed. Check the connection to your npm registry (npm ping) and start again.");
    process.exit(1);
  }
  writeFileSync(STAMP, readFileSync(LOCK, "utf8"));
  console.log(`Installing packages: done (${((Date.now() - started) / 1000).toFixed(1)} s).`);
}

/** The child's exit code, 1 when a signal ended it, undefined when it could not be started. Meanwhile signals go through to it. */
async function ended(child) {
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("exit", (exit) => resolve(exit ?? 1));
  });
  for (const signal of SIGNALS) process.off(signal, pass);
  return code;
}

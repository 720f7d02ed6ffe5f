// Plain JavaScript without a package: it runs before anything is installed, on whatever Node the machine has.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const STAMP = join(ROOT, "node_modules", ".citadel-lock");
const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

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
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`The pinned Node could not be started (${error.message}). Remove node_modules and start again.`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
}

async function installPackages() {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  const started = Date.now();
  console.log("Installing packages (about a minute the first time) …");
  // "install", not "ci": a mirror may lack optional packages of other platforms. Build scripts would look for servers on the internet.
  const args = ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, NODE_ENV: "development", ONNXRUNTIME_NODE_INSTALL: "skip", PRISMA_SKIP_POSTINSTALL_GENERATE: "1", PUPPETEER_SKIP_DOWNLOAD: "1" };
  const code = await new Promise((resolve) => {
    const npm = spawn(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
    npm.on("error", () => resolve(1));
    npm.on("exit", (exit) => resolve(exit ?? 1));
  });
  if (code !== 0) {
    console.error("The packages could not be installed. Check the connection to your npm registry (npm ping) and start again.");
    process.exit(1);
  }
  writeFileSync(STAMP, readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  console.log(`Packages are installed (${((Date.now() - started) / 1000).toFixed(1)} s).`);
}

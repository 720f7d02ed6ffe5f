import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import { inheritedEnv } from "../platform/env.ts";
import { digestOf } from "./digest.ts";
import { endWith } from "./end-with.ts";
import { step } from "./say.ts";

const SCHEMAS = ["prisma/engine.prisma", "prisma/portal.prisma"];
/** What the programs and the pages are made of. */
const PROGRAM_SOURCES = ["lib", "prisma/seed", ...SCHEMAS, "tsconfig.json", "package-lock.json"];
const PAGE_SOURCES = ["app", "components", "lib", "public", ...SCHEMAS, "proxy.ts", "instrumentation.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const CLIENTS = ["lib/engine/generated/client.ts", "lib/portal/generated/client.ts"];
/** The programs that run beside the web process, by the name of their bundle in `.build`. */
const PROGRAMS = {
  launch: "lib/launch/launch.ts",
  worker: "lib/launch/worker.ts",
  seed: "lib/launch/seed.ts",
  reader: "lib/engine/ingest/read/reader-child.ts",
  "embedding-lane": "lib/platform/embedding-model/lanes/lane-thread.ts",
};

/** Makes both database clients from their schemas, unless they are up to date. */
export async function generateClients(): Promise<void> {
  const digest = digestOf([...SCHEMAS, "package-lock.json"]);
  if (CLIENTS.every((client) => existsSync(client)) && isStamped(".build/clients.stamp", digest)) return;
  await step("Generating the database clients", async () => {
    // Generating needs no engine; the variable keeps the command from looking for one on the internet.
    const env = inheritedEnv({ PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" });
    for (const schema of SCHEMAS) await command("node_modules/prisma/build/index.js", ["generate", "--schema", schema], env);
  });
  stamp(".build/clients.stamp", digest);
}

/** Bundles the programs beside the web process, unless they are up to date. */
export async function bundlePrograms(): Promise<void> {
  const digest = digestOf(PROGRAM_SOURCES);
  if (Object.keys(PROGRAMS).every((name) => existsSync(`.build/${name}.js`)) && isStamped(".build/programs.stamp", digest)) return;
  rmSync(".build/programs.stamp", { force: true });
  await step("Bundling the programs", async () => {
    for (const [name, entry] of Object.entries(PROGRAMS)) await bundleProgram(entry, `.build/${name}.js`);
  });
  stamp(".build/programs.stamp", digest);
}

/** Bundles one TypeScript program; packages stay outside. */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  // Loaded when there is something to bundle: a start with nothing to build is to be quick.
  const esbuild = await import("esbuild");
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    sourcemap: "linked",
    alias: { "@": process.cwd(), "server-only": `${process.cwd()}/node_modules/server-only/empty.js` },
    logLevel: "warning",
  });
  // Its helper process would stay as long as this one.
  await esbuild.stop();
}

/** Builds the pages and routes for production, unless they are up to date. */
export async function buildPages(): Promise<void> {
  const digest = digestOf(PAGE_SOURCES);
  if (isStamped(".next/citadel.stamp", digest)) return;
  await step("Building the pages (about a minute the first time)", async () => {
    // Stamped when it is whole: a build that was interrupted is done again.
    rmSync(".next/citadel.stamp", { force: true });
    await command("node_modules/next/dist/bin/next", ["build"], inheritedEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }));
  });
  stamp(".next/citadel.stamp", digest);
}

/** Runs a JavaScript program quietly; what it printed is shown when it fails. Throws an Error then. */
export async function command(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const letGo = endWith(child);
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on("exit", (exit) => resolve(exit ?? 1)));
  letGo();
  if (code === 0) return;
  process.stderr.write(printed);
  throw new Error(`${program} ${args[0] ?? ""} ended with ${code}.`);
}

function isStamped(path: string, digest: string): boolean {
  return existsSync(path) && readFileSync(path, "utf8") === digest;
}

function stamp(path: string, digest: string): void {
  mkdirSync(path.slice(0, path.indexOf("/")), { recursive: true });
  writeFileSync(path, digest);
}

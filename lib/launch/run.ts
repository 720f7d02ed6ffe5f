import { basename } from "node:path";

import { bundleProgram, bundlePrograms, generateClients } from "./build.ts";
import { runProgram } from "./run-program.ts";

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write("Name a program: node lib/launch/run.mjs evals/run.ts\n");
  process.exit(2);
}
await generateClients();
await bundlePrograms();
const bundle = `.build/run-${basename(entry).replace(/\.ts$/, "")}.js`;
await bundleProgram(entry, bundle);
runProgram(bundle, args);

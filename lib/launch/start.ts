import { buildPages, bundlePrograms, generateClients } from "./build.ts";
import { runProgram } from "./run-program.ts";

const isDevelopment = process.argv.includes("--dev");

await generateClients();
await bundlePrograms();
if (!isDevelopment) await buildPages();
runProgram(".build/launch.js", isDevelopment ? ["--dev"] : []);

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { EnvError, readEnv } from "../platform/env.ts";
import { buildPages, bundlePrograms, generateClients } from "./build.ts";

process.setSourceMapsEnabled(true);
refuseWrongSettings();
await generateClients();
await bundlePrograms();
if (!process.argv.includes("--dev")) await buildPages();
// In this very process: the launcher lives as long as the product does, and one Node less waits beside it.
await import(pathToFileURL(resolve(".build/launch.js")).href);

/** Before the minutes that a first build takes. */
function refuseWrongSettings(): void {
  try {
    readEnv(process.env);
  } catch (thrown) {
    if (!(thrown instanceof EnvError)) throw thrown;
    process.stderr.write(`\n${thrown.message}\n`);
    process.exit(1);
  }
}

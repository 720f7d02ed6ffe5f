import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { buildPages, bundlePrograms, generateClients } from "./build.ts";

process.setSourceMapsEnabled(true);
await generateClients();
await bundlePrograms();
if (!process.argv.includes("--dev")) await buildPages();
// In this very process: the launcher lives as long as the product does, and one Node less waits beside it.
await import(pathToFileURL(resolve(".build/launch.js")).href);

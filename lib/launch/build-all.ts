import { buildPages, bundlePrograms, generateClients } from "./build.ts";

await generateClients();
if (!process.argv.includes("--clients")) {
  await bundlePrograms();
  await buildPages();
}

import { basename } from "node:path";

import { bundleProgram, bundlePrograms, generateClients } from "./build.ts";
import { runProgram } from "./run-program.ts";

/** Before the program's name: it gets a PostgreSQL and settings of its own, as the tests do, and both are gone afterwards. */
const WITH_DATABASE = "--with-database";

const given = process.argv.slice(2);
const isWithDatabase = given[0] === WITH_DATABASE;
const [entry, ...args] = isWithDatabase ? given.slice(1) : given;
if (entry === undefined) {
  process.stderr.write("Name a program: node lib/launch/run.mjs evals/run.ts\n");
  process.exit(2);
}
await generateClients();
await bundlePrograms();
const bundle = `.build/run-${basename(entry).replace(/\.ts$/, "")}.js`;
await bundleProgram(entry, bundle);
if (isWithDatabase) {
  await bundleProgram("lib/launch/with-database.ts", ".build/with-database.js");
  runProgram(".build/with-database.js", [bundle, ...args]);
} else {
  runProgram(bundle, args);
}

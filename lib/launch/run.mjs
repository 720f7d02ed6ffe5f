#!/usr/bin/env node
// Runs one of the product's TypeScript programs: node lib/launch/run.mjs evals/run.ts [arguments]
import { handOver } from "./hand-over.mjs";

await handOver("lib/launch/run.ts", process.argv.slice(2));

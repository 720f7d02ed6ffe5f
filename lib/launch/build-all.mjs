#!/usr/bin/env node
// Everything a start would build, without starting: node lib/launch/build-all.mjs (with --clients the database clients alone)
import { handOver } from "./hand-over.mjs";

await handOver("lib/launch/build-all.ts", process.argv.slice(2));

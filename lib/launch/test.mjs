#!/usr/bin/env node
// Every check of the product with one command, on any Node from 20 on.
import { handOver } from "./hand-over.mjs";

await handOver("lib/launch/test.ts", process.argv.slice(2));

#!/usr/bin/env node
// The whole product with one command, on any Node from 20 on. It installs what is missing and hands over to the pinned Node.
import { handOver } from "./hand-over.mjs";

await handOver("lib/launch/start.ts", process.argv.slice(2));

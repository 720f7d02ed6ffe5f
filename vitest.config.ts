import { defineConfig } from "vitest/config";

import { LongestFirst } from "./lib/launch/longest-first.ts";

declare module "vitest" {
  interface ProvidedContext {
    histories: number;
  }
}

// The tests run against a real PostgreSQL, started once for the run by the global setup.
export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["lib/**/*.test.ts", "app/**/*.test.ts", "components/**/*.test.tsx", "evals/**/*.test.ts", "prisma/**/*.test.ts", "*.test.ts"],
    globalSetup: ["lib/launch/test-database.ts", "lib/launch/test-programs.ts"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // How many histories lib/portal/histories/histories.test.ts runs.
    provide: { histories: 1_000 },
  },
});

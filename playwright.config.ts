import { defineConfig, devices } from "@playwright/test";

import { systemChromium } from "./lib/launch/chromium";

/** Most of it is waiting for a website that is read politely, a page a second: other tests go on beside it. */
const SLOW_JOURNEY = /journeys\/new-customer\.spec\.ts/;

/**
 * Two servers are started once for the run (e2e/servers): one with its own engine, and one whose portal reaches that
 * engine over HTTP. The projects differ in which portal they drive, so that the same journeys hold the door honest.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/servers/start.ts",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    // A trace takes an eighth of the time that a machine of two cores has. `npm run test:e2e -- --trace retain-on-failure` makes one.
    trace: "off",
    launchOptions: { executablePath: systemChromium(), args: ["--no-sandbox"] },
  },
  projects: [
    { name: "slow-journey", metadata: { door: "in-process" }, testMatch: SLOW_JOURNEY, workers: 1 },
    { name: "in-process", metadata: { door: "in-process" }, testIgnore: SLOW_JOURNEY, workers: 1 },
    // The long ways of a customer, and those that do no more at the door than others, go through one of them: the door itself is held honest by lib/engine/conformance.test.ts.
    {
      name: "over-http",
      metadata: { door: "over-http" },
      testMatch: /journeys\/.*\.spec\.ts/,
      testIgnore: [SLOW_JOURNEY, /journeys\/(?:regression|promotion|care|connectors|golden)\.spec\.ts/],
      dependencies: ["slow-journey", "in-process"],
      workers: 1,
    },
  ],
});

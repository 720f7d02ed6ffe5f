/** `npm test`: every check, one after the other, and one closing line. Each check that is not a test suite counts as one test. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

import { auditPackages } from "./audit-packages.ts";
import { buildPages, bundlePrograms, generateClients } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { endWith } from "./end-with.ts";
import { say, step } from "./say.ts";

interface Counts {
  passed: number;
  failed: number;
}

const VITEST_REPORT = ".build/vitest.json";
const PLAYWRIGHT_REPORT = "test-results/playwright.json";

/** Runs a program of node_modules with its output on the terminal; its exit code. */
function program(path: string, ...args: string[]): Promise<number> {
  const child = spawn(process.execPath, [`node_modules/${path}`, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  const letGo = endWith(child);
  return new Promise((resolve) =>
    child.on("exit", (code) => {
      letGo();
      resolve(code ?? 1);
    }),
  );
}

async function check(name: string, work: () => Promise<number>): Promise<Counts> {
  const code = await step(name, work);
  if (code !== 0) say(`${name}: FAILED`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A suite's own count; one that wrote no report, or failed without a failed test, counts as one failure more. */
async function suite(name: string, report: string, work: () => Promise<number>, read: (report: string) => Counts): Promise<Counts> {
  rmSync(report, { force: true });
  const code = await step(name, work);
  const counts = existsSync(report) ? read(readFileSync(report, "utf8")) : { passed: 0, failed: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function ofVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0) };
}

function ofPlaywright(report: string): Counts {
  const { stats } = JSON.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** The pages' build: 0 when it is there. What went wrong has been printed. */
async function build(): Promise<number> {
  return buildPages().then(
    () => 0,
    () => 1,
  );
}

mkdirSync(".build", { recursive: true });
await ensureChromium();
await generateClients();
await bundlePrograms();
const unit = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
const results: Counts[] = [
  await check("Lint", () => program("eslint/bin/eslint.js", ".", "--max-warnings", "0")),
  // The types of the routes are made from the routes.
  await check("Types", async () => (await program("next/dist/bin/next", "typegen")) || program("typescript/bin/tsc", "--noEmit")),
  await suite("Unit and integration tests", VITEST_REPORT, () => program("vitest/vitest.mjs", ...unit), ofVitest),
  await check("Build", build),
  await suite("Browser tests", PLAYWRIGHT_REPORT, () => program("@playwright/test/cli.js", "test"), ofPlaywright),
];

// Without a registry nothing is checked, and nothing is counted.
const audited = await auditPackages();
if (audited !== "unchecked") results.push({ passed: audited === "clean" ? 1 : 0, failed: audited === "weak" ? 1 : 0 });

const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

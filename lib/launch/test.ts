/** `npm test`: every check, one after the other, and one closing line. Each check that is not a test suite counts as one test. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

import { inheritedEnv } from "../platform/env.ts";
import { auditPackages } from "./audit-packages.ts";
import { buildPages, bundlePrograms, generateClients } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { endWith } from "./end-with.ts";
import { say, step } from "./say.ts";
import { ofPlaywright, ofVitest, type Outcome } from "./suite-reports.ts";

const VITEST_REPORT = ".build/vitest.json";
const PLAYWRIGHT_REPORT = "test-results/playwright.json";

/** Runs a program of node_modules with its output on the terminal; its exit code. */
function program(path: string, ...args: string[]): Promise<number> {
  const child = spawn(process.execPath, [`node_modules/${path}`, ...args], { stdio: ["ignore", "inherit", "inherit"], env: inheritedEnv({ NEXT_TELEMETRY_DISABLED: "1" }) });
  const letGo = endWith(child);
  return new Promise((resolve) =>
    child.on("exit", (code) => {
      letGo();
      resolve(code ?? 1);
    }),
  );
}

async function check(name: string, work: () => Promise<number>): Promise<Outcome> {
  const code = await step(name, work);
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [name] };
}

/** A suite's own count; one that wrote no report, or failed without a failed test, counts as one failure more. */
async function suite(name: string, report: string, work: () => Promise<number>, read: (report: string) => Outcome): Promise<Outcome> {
  rmSync(report, { force: true });
  const code = await step(name, work);
  const outcome = existsSync(report) ? read(readFileSync(report, "utf8")) : { passed: 0, failed: 0, failures: [] };
  if (code === 0 || outcome.failed > 0) return outcome;
  return { ...outcome, failed: 1, failures: [...outcome.failures, `${name}: ended with code ${code} and without a failed test`] };
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
const results: Outcome[] = [
  // Made from the routes; the next two read them, and take a core each.
  await check("Types of the routes", () => program("next/dist/bin/next", "typegen")),
  ...(await Promise.all([
    check("Lint", () => program("eslint/bin/eslint.js", ".", "--max-warnings", "0")),
    check("Types", () => program("typescript/bin/tsc", "--noEmit")),
  ])),
  await suite("Unit and integration tests", VITEST_REPORT, () => program("vitest/vitest.mjs", ...unit), ofVitest),
  await check("Build", build),
  await suite("Browser tests", PLAYWRIGHT_REPORT, () => program("@playwright/test/cli.js", "test"), ofPlaywright),
];

// Without a registry nothing is checked, and nothing is counted.
const audited = await auditPackages();
if (audited === "clean") results.push({ passed: 1, failed: 0, failures: [] });
if (audited === "weak") results.push({ passed: 0, failed: 1, failures: ["The audit of the packages"] });

// Said again at the end, which is what is left of a long log.
for (const failure of results.flatMap((outcome) => outcome.failures)) say(`FAILED ${failure}`);

const passed = results.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = results.reduce((sum, outcome) => sum + outcome.failed, 0);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

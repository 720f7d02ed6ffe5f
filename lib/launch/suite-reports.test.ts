import { describe, expect, it } from "vitest";

import { ofPlaywright, ofVitest } from "./suite-reports.ts";

const RED = `${String.fromCharCode(27)}[31m`;

describe("the suites' reports", () => {
  it("tells of Vitest's failed tests where they are and why, without colours", () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      numFailedTestSuites: 1,
      testResults: [
        { name: "lib/a.test.ts", status: "passed", assertionResults: [{ status: "passed", fullName: "a holds", failureMessages: [] }] },
        { name: "lib/b.test.ts", status: "failed", assertionResults: [{ status: "failed", fullName: "b holds", failureMessages: [`${RED}expected 1 to be 2\n\nat b.ts`] }] },
      ],
    };
    expect(ofVitest(JSON.stringify(report))).toEqual({ passed: 4, failed: 1, failures: ["lib/b.test.ts › b holds\n    expected 1 to be 2\n    at b.ts"] });
  });

  it("counts a file that could not be run as a failure", () => {
    const report = { numPassedTests: 4, numFailedTests: 0, numFailedTestSuites: 1, testResults: [{ name: "lib/a.test.ts", status: "failed", message: "no such module", assertionResults: [] }] };
    expect(ofVitest(JSON.stringify(report))).toEqual({ passed: 4, failed: 1, failures: ["lib/a.test.ts\n    no such module"] });
  });

  it("finds Playwright's failures at any depth, and counts a test that passed only later, or did not run, as one", () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: "e2e/a.spec.ts",
      tests: [{ projectName: "over-http", status, results: [{ ...(message ? { error: { message } } : {}) }] }],
    });
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [{ specs: [spec("opens", "expected"), spec("closes", "unexpected", "time is up")], suites: [{ specs: [spec("turns", "flaky", "not yet"), spec("waits", "skipped")] }] }],
    };
    expect(ofPlaywright(JSON.stringify(report))).toEqual({
      passed: 1,
      failed: 3,
      failures: ["[over-http] e2e/a.spec.ts › closes\n    time is up", "[over-http] e2e/a.spec.ts › turns\n    not yet", "[over-http] e2e/a.spec.ts › waits\n    It did not run."],
    });
  });

  it("is not content with anything else", () => {
    expect(() => ofVitest("{}")).toThrow();
    expect(() => ofPlaywright("{}")).toThrow();
  });
});

import { z } from "zod";

/** What came of a suite or a check. */
export interface Outcome {
  passed: number;
  failed: number;
  /** One entry for each test that failed: its place and name, and under them the first lines of why. */
  failures: string[];
}

/** How many lines of a failure are repeated at the end of a run; the whole of it stands further up. */
const LINES_OF_A_FAILURE = 12;
/** The colours of a terminal, which a reporter puts into its messages (ECMA-48, SGR). */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ projectName: z.string(), status: z.string(), results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })) })),
});
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec).optional(),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  suites: z.array(PlaywrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })).optional(),
});

/** Vitest's JSON report; a file that could not be run at all, with none of its tests failed, counts as one failure. Throws Zod's error when it is none. */
export function ofVitest(report: string): Outcome {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = VitestReport.parse(JSON.parse(report));
  const failures = testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === "failed");
    if (tests.length === 0) return file.status === "failed" ? [failure(file.name, file.message)] : [];
    return tests.map((test) => failure(`${file.name} › ${test.fullName}`, test.failureMessages?.join("\n")));
  });
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0), failures };
}

/** Playwright's JSON report; a test that passed only when it was tried again counts as failed, and so does one that did not run. Throws Zod's error when it is none. */
export function ofPlaywright(report: string): Outcome {
  const { stats, suites, errors = [] } = PlaywrightReport.parse(JSON.parse(report));
  const ofTests = suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status !== "expected")
      .map((test) => failure(`[${test.projectName}] ${spec.file} › ${spec.title}`, test.status === "skipped" ? "It did not run." : test.results.find((result) => result.error)?.error?.message)),
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, failures: [...ofTests, ...errors.map((error) => failure("Outside the tests", error.message))] };
}

function specsOf(suite: z.infer<typeof PlaywrightSuite>): z.infer<typeof PlaywrightSpec>[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function failure(where: string, why = ""): string {
  const lines = why.replace(COLOUR, "").split("\n").slice(0, LINES_OF_A_FAILURE);
  return [where, ...lines.filter((line) => line.trim() !== "").map((line) => `    ${line}`)].join("\n");
}

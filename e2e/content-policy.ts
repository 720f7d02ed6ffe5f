import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";

import type { Page } from "@playwright/test";

/** A line for each document that was opened, empty, and one for each violation. */
const RECORD = "test-results/content-policy.txt";

/** What was seen of the policies of one browser page. */
export interface PolicyWatch {
  /** Documents that were opened. */
  documents: number;
  /** What went against a policy, and documents without one that stops scripts. */
  violations: string[];
}

/** Sees every document that a page opens, and every violation that the browser reports in one. */
export async function watchPolicy(page: Page): Promise<PolicyWatch> {
  const watch: PolicyWatch = { documents: 0, violations: [] };
  await page.exposeBinding("tellViolation", (_, violation: string) => void watch.violations.push(violation));
  await page.addInitScript({
    content: "addEventListener('securitypolicyviolation', (event) => tellViolation(`${event.effectiveDirective} stopped ${event.blockedURI} on ${location.pathname}`));",
  });
  page.on("response", (response) => {
    const isRedirect = response.status() >= 300 && response.status() < 400;
    const { "content-type": type = "", "content-security-policy": policy = "" } = response.headers();
    if (isRedirect || !type.startsWith("text/html") || !response.request().isNavigationRequest()) return;
    watch.documents += 1;
    if (!stopsScripts(policy)) watch.violations.push(`no policy against scripts on ${response.url()}`);
  });
  return watch;
}

/** Scripts run by nonce alone, or not at all. */
function stopsScripts(policy: string): boolean {
  const scripts = /(?:^|; )script-src ([^;]*)/.exec(policy)?.[1];
  if (scripts === undefined) return policy.includes("default-src 'none'");
  return scripts.includes("'nonce-") && !scripts.includes("'unsafe-inline'") && !scripts.includes("'unsafe-eval'");
}

/** Adds what was seen to the run's count, and the violations to the test's complaints. */
export function countPolicy({ documents, violations }: PolicyWatch, complaints: string[]): void {
  complaints.push(...violations.map((violation) => `content security policy: ${violation}`));
  appendFileSync(RECORD, [...Array.from({ length: documents }, () => ""), ...violations].map((line) => `${line}\n`).join(""));
}

/** Begins a run's count. */
export function forgetPolicies(): void {
  rmSync(RECORD, { force: true });
}

/** The run's count in one line. */
export function policiesInWords(): string {
  const lines = existsSync(RECORD) ? readFileSync(RECORD, "utf8").split("\n").slice(0, -1) : [];
  const violations = lines.filter((line) => line !== "");
  return [`content security policy: ${lines.length - violations.length} pages, ${violations.length} violations`, ...violations].join("\n");
}

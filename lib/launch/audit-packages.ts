import { spawn } from "node:child_process";

import { say } from "./say.ts";

/** What came of it. `unchecked`: the registry gave no answer, so that nothing is known. */
export type PackageAudit = "clean" | "weak" | "unchecked";

/** Longest wait for the registry, in ms. */
const PATIENCE_MS = 60_000;

/** Asks the registry for known weaknesses, high and critical ones, of the packages that run in production, and prints what came of it. */
export async function auditPackages(): Promise<PackageAudit> {
  const report = await npmAudit();
  const counts = report?.metadata?.vulnerabilities;
  if (counts === undefined) {
    say("PACKAGES NOT AUDITED: the registry did not answer with an audit. This counts as nothing checked; run npm run audit where it is reachable.");
    return "unchecked";
  }
  const { high = 0, critical = 0, moderate = 0, low = 0 } = counts;
  say(`Packages audited: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low`);
  for (const [name, { severity }] of Object.entries(report?.vulnerabilities ?? {})) if (severity === "high" || severity === "critical") say(`  ${severity}: ${name}`);
  return high + critical > 0 ? "weak" : "clean";
}

interface NpmReport {
  metadata?: { vulnerabilities?: Partial<Record<"low" | "moderate" | "high" | "critical", number>> };
  vulnerabilities?: Record<string, { severity: string }>;
}

async function npmAudit(): Promise<NpmReport | undefined> {
  const child = spawn("npm", ["audit", "--omit=dev", "--json"], { stdio: ["ignore", "pipe", "ignore"], timeout: PATIENCE_MS });
  let printed = "";
  child.stdout.on("data", (part: Buffer) => (printed += part.toString()));
  await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  try {
    const report: NpmReport = JSON.parse(printed);
    return report;
  } catch {
    return undefined;
  }
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { overrule, takeBack } from "@/app/t/[org]/[project]/golden/actions";
import { GoldenHeader } from "@/components/golden/golden-header";
import { RunChoice } from "@/components/golden/run-choice";
import { RunDifference } from "@/components/golden/run-difference";
import { RunResults } from "@/components/golden/run-results";
import { RunSummary } from "@/components/golden/run-summary";
import { signingPublicKey } from "@/lib/platform/crypto/signing";
import { compareRuns } from "@/lib/portal/golden/runs/compare-runs";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { type RunReport, runReport } from "@/lib/portal/golden/runs/run-report";
import type { TenantScope } from "@/lib/portal/scope";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";
import { CitadelError } from "@/lib/platform/errors";

export const metadata: Metadata = { title: "Run of the golden questions" };

interface RunPageProps {
  params: TenantParams & Promise<{ run: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
}

/** The runs that can be compared with. */
const OFFERED = 50;

/** One run: what came of each question, what it rested on, and with `?against=` the difference from another run. */
export default async function RunPage({ params, searchParams }: RunPageProps) {
  const [{ run: number }, { against }] = [await params, await searchParams];
  const scope = await pageTenant(params, "golden.read", `/golden/runs/${encodeURIComponent(number)}`);
  const [report, other, runs] = await Promise.all([reportOf(scope, number), against === undefined ? null : reportOf(scope, String(against)), listRuns(scope, OFFERED)]);
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  const mayWrite = scope.may("golden.write");
  const tools = mayWrite ? { overrule: overrule.bind(null, target), takeBack: takeBack.bind(null, target) } : undefined;
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <GoldenHeader address={target} here="runs" mayWrite={mayWrite} title={`Run ${report.run.number}`}>
        What came of each question, and the documents it rested on.
      </GoldenHeader>
      <RunSummary address={target} organisation={scope.organisation.name} project={scope.project.name} report={report} publicKey={signingPublicKey()} />
      <RunChoice address={target} run={report.run} against={other?.run.number ?? null} runs={runs.filter(({ id }) => id !== report.run.id)} />
      {other === null ? (
        <RunResults address={target} results={report.results} tools={tools} />
      ) : (
        <RunDifference address={target} difference={compareRuns(...inOrder(other, report))} />
      )}
    </div>
  );
}

/** The older of two runs first, whichever was opened. */
function inOrder(one: RunReport, other: RunReport): [RunReport, RunReport] {
  return one.run.number < other.run.number ? [one, other] : [other, one];
}

async function reportOf(scope: TenantScope, number: string): Promise<RunReport> {
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  try {
    return await runReport(scope, Number(number));
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") notFound();
    throw thrown;
  }
}

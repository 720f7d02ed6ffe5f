import type { Metadata } from "next";

import { GoldenHeader } from "@/components/golden/golden-header";
import { RunsTable } from "@/components/golden/runs-table";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Runs of the golden questions" };

const SHOWN = 100;

/** The runs of the golden questions, newest first. */
export default async function RunsPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "golden.read", "/golden/runs");
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <GoldenHeader address={address} here="runs" mayWrite={scope.may("golden.write")} title="Runs">
        Every run keeps what came of each question and the documents it rested on, so that any two can be compared.
      </GoldenHeader>
      <RunsTable address={address} runs={await listRuns(scope, SHOWN)} />
    </div>
  );
}

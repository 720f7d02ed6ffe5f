import "server-only";

import { notFound } from "@/lib/platform/errors";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";
import { toGoldenRun } from "@/lib/portal/golden/runs/run-row";
import type { TenantScope } from "@/lib/portal/scope";

/** The project's runs, newest first. */
export async function listRuns(scope: TenantScope, limit: number): Promise<GoldenRun[]> {
  const rows = await withOrganisation(scope, (tx) =>
    tx.goldenRun.findMany({
      where: { organisationId: scope.organisation.id, projectId: scope.project.id },
      orderBy: { number: "desc" },
      take: limit,
    }),
  );
  return rows.map(toGoldenRun);
}

/** The run of that number in the scope's project. Throws CitadelError `not_found`. */
export async function findRun(tx: PortalTransaction, scope: TenantScope, number: number): Promise<GoldenRun> {
  const row = await tx.goldenRun.findFirst({ where: { organisationId: scope.organisation.id, projectId: scope.project.id, number } });
  if (row === null) throw notFound();
  return toGoldenRun(row);
}

import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import { type Source, sourceSchema, sourceSettings, syncSummary } from "@/lib/portal/connectors/source";
import type { TenantScope } from "@/lib/portal/scope";

/** The most skipped addresses of one source that are shown. */
const MOST_SHOWN = 200;

/** The sources of the scope's project, oldest first. */
export async function listSources(scope: TenantScope): Promise<Source[]> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const rows = await withOrganisation(scope, (tx) =>
    tx.connector.findMany({
      where: owner,
      orderBy: { createdAt: "asc" },
      include: { skips: { where: owner, orderBy: { position: "asc" }, take: MOST_SHOWN }, _count: { select: { documents: { where: owner } } } },
    }),
  );
  return rows.map((row) =>
    sourceSchema.parse({
      id: row.id,
      name: row.name,
      settings: sourceSettings.parse(row.settings),
      everyMinutes: row.everyMinutes,
      status: row.status,
      documents: row._count.documents,
      done: row.done,
      total: row.total,
      syncedAt: row.syncedAt?.toISOString() ?? null,
      brokenSince: row.brokenSince?.toISOString() ?? null,
      reason: row.reason,
      summary: syncSummary.nullable().catch(null).parse(row.summary),
      skipped: row.skips.map(({ address, reason }) => ({ address, reason })),
      hook: row.hookHash !== null,
    }),
  );
}

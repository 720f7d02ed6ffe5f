import "server-only";

import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { type Metric, METRICS, percentOf, quotaOf } from "@/lib/portal/quota/quota";
import { seatsTaken } from "@/lib/portal/quota/require-seat";
import type { OrganisationScope } from "@/lib/portal/scope";
import { monthOf } from "@/lib/portal/usage/period";

/** How much of a limit is used. */
export interface LimitUse {
  metric: Metric;
  used: number;
  /** Null without a limit. */
  most: number | null;
  /** Of the limit, in whole percent; null without one. */
  percent: number | null;
}

/** What the scope's organisation uses of its limits. Documents and bytes are as last measured. */
export async function quotaUse(scope: OrganisationScope): Promise<LimitUse[]> {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const quota = quotaOf(await tx.quota.findFirst({ where: { organisationId } }));
    const used = await usedOf(tx, scope);
    return METRICS.map((metric) => {
      const most = quota[metric];
      return { metric, used: used[metric], most, percent: most === null ? null : percentOf(used[metric], most) };
    });
  });
}

async function usedOf(tx: PortalTransaction, scope: OrganisationScope): Promise<Record<Metric, number>> {
  const organisationId = scope.organisation.id;
  const month = await tx.quotaUse.findFirst({ where: { organisationId, month: new Date(monthOf(new Date())) } });
  const [held] = await tx.$queryRaw<{ documents: number; bytes: number }[]>`
    SELECT coalesce(sum(documents), 0)::int AS documents, coalesce(sum(bytes), 0)::float8 AS bytes FROM (
      SELECT DISTINCT ON (project_id) documents, bytes FROM portal.usage_day
      WHERE organisation_id = ${organisationId} AND documents IS NOT NULL ORDER BY project_id, day DESC) newest`;
  return { questions: Number(month?.questions ?? 0), documents: held?.documents ?? 0, bytes: held?.bytes ?? 0, members: await seatsTaken(tx, scope) };
}

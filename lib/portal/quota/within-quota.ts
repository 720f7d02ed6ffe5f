import "server-only";

import { newId } from "@/lib/platform/ids";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { limitReached } from "@/lib/portal/quota/limit-reached";
import { type Quota, quotaOf } from "@/lib/portal/quota/quota";
import { warnOf } from "@/lib/portal/quota/warn";
import type { TenantScope } from "@/lib/portal/scope";
import { dayOf } from "@/lib/portal/usage/period";
import { openNeighbours, openVault } from "@/lib/portal/vault";

/** What is about to be added to the documents. */
export interface Added {
  documents: number;
  bytes: number;
}

/** After so long an upload whose process has died counts no more. */
const HOLD = "1 hour";

/**
 * Does something that adds documents, if the organisation's limits leave room for it. What is on its way is held beside what the engines count: a hold that ended
 * after they were asked still counts, so that many uploads at once, in any number of processes, never pass a limit together.
 *
 * @throws CitadelError `quota_reached`, and whatever `work` throws
 */
export async function withinQuota<Result>(scope: TenantScope, added: Added, work: () => Promise<Result>): Promise<Result> {
  const organisationId = scope.organisation.id;
  const [quota, readAt] = await withOrganisation(scope, async (tx) => [quotaOf(await tx.quota.findFirst({ where: { organisationId } })), await clock(tx)] as const);
  if (quota.documents === null && quota.bytes === null) return work();
  const held = await heldBy(scope);
  const id = await withOrganisation(scope, (tx) => hold(tx, scope, { quota, readAt, held, added }));
  try {
    return await work();
  } finally {
    await withOrganisation(scope, (tx) => tx.$executeRaw`UPDATE portal.quota_hold SET released_at = clock_timestamp() WHERE organisation_id = ${organisationId} AND id = ${id}`);
  }
}

/** What the engines hold for all of the organisation's projects. */
async function heldBy(scope: TenantScope): Promise<Added> {
  const today = dayOf(new Date());
  const clients = [await openVault(scope), ...(await openNeighbours(scope))];
  const usages = await Promise.all(clients.map((client) => client.usage({ from: today, until: today })));
  return { documents: usages.reduce((sum, { documents }) => sum + documents, 0), bytes: usages.reduce((sum, { bytes }) => sum + bytes, 0) };
}

interface Hold {
  quota: Quota;
  /** The database's clock before the engines were asked. */
  readAt: Date;
  held: Added;
  added: Added;
}

async function hold(tx: PortalTransaction, scope: TenantScope, { quota, readAt, held, added }: Hold): Promise<string> {
  const organisationId = scope.organisation.id;
  await tx.$executeRaw`SELECT 1 FROM portal.quota WHERE organisation_id = ${organisationId} FOR UPDATE`;
  await tx.$executeRaw`DELETE FROM portal.quota_hold WHERE organisation_id = ${organisationId} AND created_at < now() - ${HOLD}::interval`;
  const [underWay] = await tx.$queryRaw<Added[]>`
    SELECT coalesce(sum(documents), 0)::int AS documents, coalesce(sum(bytes), 0)::float8 AS bytes FROM portal.quota_hold
    WHERE organisation_id = ${organisationId} AND (released_at IS NULL OR released_at > ${readAt})`;
  const id = newId("hld");
  const after = { documents: held.documents + (underWay?.documents ?? 0) + added.documents, bytes: held.bytes + (underWay?.bytes ?? 0) + added.bytes };
  for (const metric of ["documents", "bytes"] as const) {
    const most = quota[metric];
    if (most !== null && added[metric] > 0 && after[metric] > most) throw limitReached(metric, most);
  }
  await tx.quotaHold.create({ data: { organisationId, id, documents: added.documents, bytes: BigInt(added.bytes) } });
  for (const metric of ["documents", "bytes"] as const) await warnOf(tx, scope, metric, after[metric], quota[metric]);
  return id;
}

async function clock(tx: PortalTransaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return row?.now ?? new Date();
}

import "server-only";

import { z } from "zod";

import { type AuditRecord, auditRecord } from "@/lib/portal/audit/audit-event";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Which rows are wanted: of an area (`golden`), an action (`golden.saved`), a person, a stretch of time (ISO 8601), before a row. */
export const auditFilter = z.object({
  area: z.string().max(40).regex(/^[a-z]+$/).optional(),
  action: z.string().max(60).regex(/^[a-z]+\.[a-z-]+$/).optional(),
  actorId: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Rows of the scope's organisation's log, newest first. */
export async function listAudit(scope: OrganisationScope, filter: z.output<typeof auditFilter>): Promise<AuditRecord[]> {
  const { area, action, actorId, from, until, before, limit } = filter;
  const rows = await withOrganisation(scope, (tx) =>
    tx.auditEvent.findMany({
      where: {
        organisationId: scope.organisation.id,
        ...(area === undefined ? {} : { action: { startsWith: `${area}.` } }),
        ...(action === undefined ? {} : { action }),
        ...(actorId === undefined ? {} : { actorId }),
        ...(before === undefined ? {} : { sequence: { lt: before } }),
        at: { ...(from === undefined ? {} : { gte: from }), ...(until === undefined ? {} : { lte: until }) },
      },
      orderBy: { sequence: "desc" },
      take: limit,
    }),
  );
  return rows.map(toAuditRecord);
}

/** Whoever stands in the scope's organisation's log as the one who acted, by name. */
export async function listActors(scope: OrganisationScope): Promise<{ id: string; name: string }[]> {
  const rows = await withOrganisation(scope, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: scope.organisation.id, actorId: { not: null } },
      distinct: ["actorId"],
      orderBy: [{ actorId: "asc" }, { sequence: "desc" }],
      select: { actorId: true, actorName: true },
    }),
  );
  return rows.flatMap(({ actorId, actorName }) => (actorId === null ? [] : [{ id: actorId, name: actorName }])).sort((one, other) => one.name.localeCompare(other.name));
}

/** The rows that a filter wants, in batches and newest first, for an export that never holds them all. */
export async function* readFiltered(scope: OrganisationScope, filter: z.output<typeof auditFilter>, batch = 500): AsyncGenerator<AuditRecord[]> {
  for (let before = filter.before; ; ) {
    const rows = await listAudit(scope, { ...filter, before, limit: batch });
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    before = rows.at(-1)?.sequence ?? before;
  }
}

/** The organisation's log in batches from the first row on, for an export that never holds it whole. */
export function readChain(scope: OrganisationScope, batch = 500): AsyncGenerator<AuditRecord[]> {
  return readRows((work) => withOrganisation(scope, work), scope.organisation.id, batch);
}

/** A chain's rows in batches, oldest first, each in a transaction that may see them. */
export async function* readRows(within: <Result>(work: (tx: PortalTransaction) => Promise<Result>) => Promise<Result>, organisationId: string, batch: number): AsyncGenerator<AuditRecord[]> {
  for (let after = 0; ; ) {
    const rows = await within((tx) =>
      tx.auditEvent.findMany({ where: { organisationId, sequence: { gt: after } }, orderBy: { sequence: "asc" }, take: batch }),
    );
    if (rows.length > 0) yield rows.map(toAuditRecord);
    if (rows.length < batch) return;
    after = rows.at(-1)?.sequence ?? after;
  }
}

interface AuditRow {
  at: Date;
  previousHash: Uint8Array;
  hash: Uint8Array;
}

function toAuditRecord<Row extends AuditRow>(row: Row): AuditRecord {
  return auditRecord.parse({ ...row, at: row.at.toISOString(), previousHash: Buffer.from(row.previousHash).toString("hex"), hash: Buffer.from(row.hash).toString("hex") });
}

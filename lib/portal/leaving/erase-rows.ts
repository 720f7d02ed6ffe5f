import "server-only";

import { signJson } from "@/lib/platform/crypto/signing";
import { env } from "@/lib/platform/env";
import { SYSTEM } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { ReceiptPayload } from "@/lib/portal/leaving/receipt";
import { removeAccounts } from "@/lib/portal/members/remove-accounts";
import type { OrganisationScope } from "@/lib/portal/scope";

const DAY_MS = 86_400_000;

/** The row of a deletion that is being carried out. */
export interface OpenDeletion {
  id: string;
  projectId: string | null;
  customer: string;
  name: string;
  askedName: string;
  askedAt: Date;
}

/** What was done before the rows go. */
export type DoneBefore = Pick<ReceiptPayload, "engine" | "probes" | "archives">;

interface Counted {
  table_name: string;
  rows: bigint;
}

/** Removes every row of the customer, or of its project, and leaves the signed receipt: in one transaction, so that there is no one without the other. */
export async function eraseRows(scope: OrganisationScope, deletion: OpenDeletion, done: DoneBefore): Promise<void> {
  const organisationId = scope.organisation.id;
  const { id, projectId } = deletion;
  const people = projectId === null ? await peopleOf(scope) : [];
  const counts = await withOrganisation(scope, async (tx) => {
    const before = await countRows(tx, organisationId, projectId);
    await recordAuditAs(tx, organisationId, SYSTEM, {
      action: projectId === null ? "customer.deleted" : "project.deleted",
      target: { kind: projectId === null ? "customer" : "project", id: projectId ?? organisationId, name: deletion.name },
      after: { deletion: id, documents: done.engine.reduce((sum, { documents }) => sum + documents, 0) },
    });
    // The closing row stays; everything before it goes with the customer.
    const closing = await tx.auditEvent.findFirstOrThrow({ where: { organisationId }, orderBy: { sequence: "desc" }, select: { sequence: true, previousHash: true } });
    if (projectId === null) await tx.organisation.deleteMany({ where: { id: organisationId } });
    else await tx.project.deleteMany({ where: { organisationId, id: projectId } });
    const after = await countRows(tx, organisationId, projectId);
    const left = Object.keys(after).filter((table) => (after[table] ?? 0) > 0);
    // A table that does not go with its project would make the receipt a lie: nothing is deleted until it does.
    if (left.length > 0) throw new Error(`Rows would be left in ${left.join(", ")}.`);
    // Deletions of single projects that waited are over with their customer's.
    if (projectId === null) await tx.deletion.updateMany({ where: { organisationId, id: { not: id }, status: { in: ["waiting", "running"] } }, data: { status: "done", finishedAt: new Date() } });
    const audit = projectId === null ? { erased: await eraseAudit(tx, organisationId, closing.sequence), lastHash: Buffer.from(closing.previousHash).toString("hex") } : null;
    await keepReceipt(tx, organisationId, receiptOf(deletion, done, { before, after, audit, accounts: 0 }));
    return { before, after, audit };
  });
  if (people.length === 0) return;
  const accounts = await removeAccounts(people);
  await withOrganisation(scope, (tx) => keepReceipt(tx, organisationId, receiptOf(deletion, done, { ...counts, accounts })));
}

async function peopleOf(scope: OrganisationScope): Promise<string[]> {
  const rows = await withOrganisation(scope, (tx) => tx.membership.findMany({ where: { organisationId: scope.organisation.id }, select: { personId: true } }));
  return rows.map(({ personId }) => personId);
}

async function countRows(tx: PortalTransaction, organisationId: string, projectId: string | null): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<Counted[]>`SELECT table_name, rows FROM portal.count_rows(${organisationId}, ${projectId}::text)`;
  return Object.fromEntries(rows.map((row) => [row.table_name, Number(row.rows)]));
}

async function eraseAudit(tx: PortalTransaction, organisationId: string, closing: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ erased: bigint }[]>`SELECT portal.erase_audit(${organisationId}, ${closing}::integer) AS erased`;
  return Number(row?.erased ?? 0);
}

interface Counts {
  before: Record<string, number>;
  after: Record<string, number>;
  audit: ReceiptPayload["audit"];
  accounts: number;
}

function receiptOf({ id, projectId, customer, name, askedName, askedAt }: OpenDeletion, { engine, probes, archives }: DoneBefore, { before, after, audit, accounts }: Counts): ReceiptPayload {
  const [finishedAt, days] = [new Date(), env().BACKUP_DAYS];
  const textGoneBy = new Date(finishedAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    format: "citadel-deletion-receipt",
    version: 1,
    id,
    customer,
    project: projectId === null ? null : name,
    askedBy: askedName,
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    engine,
    rows: Object.fromEntries(Object.entries(before).map(([table, count]) => [table, { before: count, after: after[table] ?? 0 }])),
    accounts,
    archives,
    audit,
    probes,
    backups: {
      days,
      textGoneBy,
      said: days === 0 ? "The operator states that no backups of the database are kept." : `The operator keeps backups of the database for ${days} days; the last one that holds the text is gone by ${textGoneBy}.`,
    },
  };
}

async function keepReceipt(tx: PortalTransaction, organisationId: string, payload: ReceiptPayload): Promise<void> {
  const { signature } = signJson(payload);
  const receipt = { payload, signature: { ...signature } };
  await tx.deletion.updateMany({ where: { organisationId, id: payload.id }, data: { status: "done", finishedAt: new Date(payload.finishedAt), receipt, held: [] } });
}

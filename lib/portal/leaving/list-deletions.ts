import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOperator, withOrganisation } from "@/lib/portal/database";
import { type Deletion, deletionStatus } from "@/lib/portal/leaving/deletion";
import { signedReceipt } from "@/lib/portal/leaving/receipt";
import type { OrganisationScope } from "@/lib/portal/scope";

interface Row {
  organisation_id: string;
  id: string;
  project_id: string | null;
  customer: string;
  name: string;
  status: string;
  asked_name: string;
  asked_at: Date;
  due_at: Date;
  finished_at: Date | null;
  receipt: unknown;
}

/** The deletions of the scope's organisation, newest first: those that wait, and those of projects with their receipts. */
export async function listOwnDeletions(scope: OrganisationScope): Promise<Deletion[]> {
  const rows = await withOrganisation(scope, (tx) => tx.deletion.findMany({ where: { organisationId: scope.organisation.id, status: { not: "undone" } }, orderBy: { askedAt: "desc" }, take: 50 }));
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisationId,
    projectId: row.projectId,
    customer: row.customer,
    name: row.name,
    status: statusOf(row.status, row.dueAt),
    askedBy: row.askedName,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    receipt: row.receipt === null ? null : signedReceipt.parse(row.receipt),
  }));
}

/** Every deletion, newest first, for the operator: the receipts of customers who are gone as well. */
export async function listDeletions(): Promise<Deletion[]> {
  const rows = await withOperator((tx) => tx.$queryRaw<Row[]>`SELECT * FROM portal.list_deletions() WHERE organisation_id IS NOT NULL LIMIT 500`);
  return rows.map(shown);
}

/** One deletion, for the operator. Throws CitadelError `not_found`. */
export async function findDeletion(id: string): Promise<Deletion> {
  const [row] = await withOperator((tx) => tx.$queryRaw<Row[]>`SELECT * FROM portal.list_deletions() WHERE id = ${id} AND organisation_id IS NOT NULL`);
  if (row === undefined) throw notFound();
  return shown(row);
}

function shown(row: Row): Deletion {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    projectId: row.project_id,
    customer: row.customer,
    name: row.name,
    status: statusOf(row.status, row.due_at),
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    receipt: row.receipt === null ? null : signedReceipt.parse(row.receipt),
  };
}

/** What is due is as good as begun: a worker takes it within a second. */
function statusOf(stored: string, dueAt: Date): Deletion["status"] {
  const status = deletionStatus.parse(stored);
  return status === "waiting" && dueAt.getTime() <= Date.now() ? "running" : status;
}

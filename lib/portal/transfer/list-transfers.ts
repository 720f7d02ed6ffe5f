import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";
import { type Transfer, transferStatus } from "@/lib/portal/transfer/transfer";

/** How many are shown. */
const SHOWN = 20;

/** The organisation's newest exports and imports. */
export async function listTransfers(scope: OrganisationScope): Promise<Transfer[]> {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.transfer.findMany({ where: { organisationId }, orderBy: { id: "desc" }, take: SHOWN });
    const projects = new Map((await tx.project.findMany({ where: { organisationId }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind === "import" ? "import" : "export",
      status: transferStatus.parse(row.status),
      project: row.projectId === null ? null : (projects.get(row.projectId) ?? null),
      done: row.done,
      total: row.total,
      bytes: row.bytes === null ? null : Number(row.bytes),
      note: row.note,
      askedBy: row.askedName,
      askedAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
    }));
  });
}

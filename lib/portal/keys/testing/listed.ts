import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** What the organisation's log says was done, oldest first. */
export async function listAuditActions(scope: TenantScope): Promise<string[]> {
  const rows = await withOrganisation(scope, (tx) =>
    tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id }, orderBy: { sequence: "asc" }, select: { action: true } }),
  );
  return rows.map(({ action }) => action);
}

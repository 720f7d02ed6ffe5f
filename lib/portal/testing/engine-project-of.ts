import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** The engine's id of a scope's project, for tests that read its documents themselves. */
export async function engineProjectOf(scope: TenantScope): Promise<string> {
  const where = { organisationId: scope.organisation.id, id: scope.project.id };
  return (await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where }))).engineProjectId;
}

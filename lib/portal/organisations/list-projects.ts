import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope, SelectedProject } from "@/lib/portal/scope";

/** The projects of the scope's organisation, oldest first. */
export async function listProjects(scope: OrganisationScope): Promise<SelectedProject[]> {
  return withOrganisation(scope, (tx) =>
    tx.project.findMany({
      where: { organisationId: scope.organisation.id, leavingAt: null },
      select: { id: true, slug: true, name: true, environment: true, productLine: true, askingEnabled: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
}

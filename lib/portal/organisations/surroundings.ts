import "server-only";

import { listMyOrganisations, type OrganisationChoice } from "@/lib/portal/organisations/my-organisations";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import type { OrganisationScope, SelectedProject } from "@/lib/portal/scope";

/** What stands around a page: the person's organisations and the scope's organisation's projects. */
export interface Surroundings {
  organisations: OrganisationChoice[];
  projects: SelectedProject[];
}

/** Reads the {@link Surroundings} of a scope. */
export async function surroundingsOf(scope: OrganisationScope): Promise<Surroundings> {
  const [organisations, projects] = await Promise.all([listMyOrganisations(scope.person), listProjects(scope)]);
  return { organisations, projects };
}

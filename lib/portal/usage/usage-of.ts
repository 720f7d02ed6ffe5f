import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";
import { type DayOfUsage, dayOfUsage } from "@/lib/portal/usage/usage-day";

/** A project with the days on which something was counted, oldest first. */
export interface ProjectDays {
  id: string;
  slug: string;
  name: string;
  days: DayOfUsage[];
}

/** The usage of the scope's organisation between two days (UTC), both included, project by project. */
export async function usageOf(scope: OrganisationScope, { from, until }: { from: string; until: string }): Promise<ProjectDays[]> {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const projects = await tx.project.findMany({ where: { organisationId }, select: { id: true, slug: true, name: true }, orderBy: { createdAt: "asc" } });
    const rows = await tx.usageDay.findMany({ where: { organisationId, day: { gte: new Date(from), lte: new Date(until) } }, orderBy: { day: "asc" } });
    return projects.map((project) => ({ ...project, days: rows.filter(({ projectId }) => projectId === project.id).map(dayOfUsage) }));
  });
}

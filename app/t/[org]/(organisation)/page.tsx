import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { SecurityLink } from "@/components/security/security-link";
import { ProjectCards } from "@/components/shell/project-cards";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Projects" };

/** The organisation's projects; with one project only, that project. */
export default async function ProjectsPage({ params }: { params: OrganisationParams }) {
  const scope = await pageOrganisation(params);
  const projects = await listProjects(scope);
  const [only, ...others] = projects;
  if (only !== undefined && others.length === 0) redirect(`/t/${scope.organisation.slug}/${only.slug}`);
  return (
    <div className="mx-auto w-full max-w-6xl space-y-6 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Projects</h1>
        <p className="text-sm text-muted-foreground">Each has documents and answers of its own.</p>
      </header>
      <ProjectCards organisationSlug={scope.organisation.slug} projects={projects} />
      <SecurityLink />
    </div>
  );
}

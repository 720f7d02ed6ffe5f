import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { ProjectCards } from "@/components/shell/project-cards";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Projects" };

/** An organisation's projects. With one only, one is there at once, unless one asks for the list (`?all`). */
export default async function ProjectsPage({ params, searchParams }: { params: OrganisationParams; searchParams: Promise<{ all?: string }> }) {
  const scope = await pageOrganisation(params);
  const [projects, { all }] = await Promise.all([listProjects(scope), searchParams]);
  const [only, ...others] = projects;
  const home = `/t/${scope.organisation.slug}`;
  if (only !== undefined && others.length === 0 && all === undefined) redirect(`${home}/${only.slug}`);
  return (
    <div className="mx-auto w-full max-w-5xl space-y-6 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Projects</h1>
        <p className="text-sm text-muted-foreground">Each has documents, keys and answers of its own; none sees another’s.</p>
      </header>
      <ProjectCards home={home} projects={projects} />
    </div>
  );
}

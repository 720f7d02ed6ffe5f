import type { ReactNode } from "react";

import { ORGANISATION_PLACES, type Place, PROJECT_PLACES } from "@/components/shell/navigation";
import { PortalHeader } from "@/components/shell/portal-header";
import type { OrganisationChoice } from "@/lib/portal/organisations/my-organisations";
import type { SelectedProject } from "@/lib/portal/scope";

interface FrameProps {
  person: { name: string; email: string; operator: boolean };
  organisation: { slug: string; name: string };
  role: string;
  organisations: readonly OrganisationChoice[];
  projects: readonly SelectedProject[];
  /** The project the page belongs to, if any. */
  project: SelectedProject | null;
  /** The paths of the places the person may see. */
  allowed: readonly string[];
  children: ReactNode;
}

/** The frame of an organisation's and a project's pages. */
export function Frame({ person, organisation, organisations, projects, project, allowed, children }: FrameProps) {
  const home = `/t/${organisation.slug}`;
  const base = project === null ? home : `${home}/${project.slug}`;
  const places: readonly Place[] = project === null ? ORGANISATION_PLACES : PROJECT_PLACES;
  return (
    <div className="flex min-h-dvh flex-col">
      <PortalHeader
        person={{ name: person.name, email: person.email, operator: person.operator }}
        organisation={{ name: organisation.name, href: `${home}?all` }}
        organisations={organisations.map(({ slug, name, role }) => ({ name, note: role, href: `/t/${slug}` }))}
        project={project === null ? null : { name: project.name, choices: projects.map(({ slug, name, environment }) => ({ name, note: environment, href: `${home}/${slug}` })) }}
        tabs={places.filter(({ path }) => allowed.includes(path)).map(({ name, path }) => ({ name, href: `${base}${path}` }))}
        tabsLabel={project === null ? organisation.name : `${organisation.name}, ${project.name}`}
      />
      <main id="content" className="flex flex-1 flex-col">
        {children}
      </main>
    </div>
  );
}

import type { ReactNode } from "react";

import type { Frame } from "@/components/shell/frame";
import { PortalHeader } from "@/components/shell/portal-header";
import { ORGANISATION_SECTIONS, PROJECT_SECTIONS } from "@/components/shell/sections";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import { listMyOrganisations } from "@/lib/portal/organisations/my-organisations";
import type { OrganisationScope } from "@/lib/portal/scope";
import { signedIn } from "@/lib/portal/sessions/from-session";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

/** The frame of an organisation's pages. */
export default async function OrganisationLayout({ params, children }: { params: OrganisationParams; children: ReactNode }) {
  // The page itself sends people to the sign-in page: it knows the whole way back.
  if ((await signedIn()) === null) return children;
  const scope = await pageOrganisation(params);
  return (
    <div className="flex min-h-dvh flex-col [--portal-header:calc(6rem+1px)]">
      <PortalHeader frame={await frameOf(scope)} />
      <main id="content" tabIndex={-1} className="flex grow flex-col">
        {children}
      </main>
    </div>
  );
}

async function frameOf(scope: OrganisationScope): Promise<Frame> {
  const { organisation, person } = scope;
  const [organisations, projects] = await Promise.all([listMyOrganisations(person), listProjects(scope)]);
  const open = [...PROJECT_SECTIONS, ...ORGANISATION_SECTIONS].filter(({ permission }) => permission === null || scope.may(permission));
  return {
    organisation: { slug: organisation.slug, name: organisation.name },
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
    projects: projects.map(({ slug, name, environment }) => ({ slug, name, environment })),
    sections: open.map(({ key }) => key),
    account: { name: person.name, email: person.email, operator: person.operator },
  };
}

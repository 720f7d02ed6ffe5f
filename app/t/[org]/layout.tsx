import type { ReactNode } from "react";

import type { Frame } from "@/components/shell/frame";
import { ORGANISATION_PLACES, type Place, PROJECT_PLACES } from "@/components/shell/navigation";
import { PortalHeader } from "@/components/shell/portal-header";
import { LimitBanner } from "@/components/usage/limit-banner";
import { surroundingsOf } from "@/lib/portal/organisations/surroundings";
import { quotaUse } from "@/lib/portal/quota/quota-use";
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
      {scope.may("usage.read") && <LimitBanner uses={await quotaUse(scope)} href={`/t/${scope.organisation.slug}/usage`} />}
      <main id="content" tabIndex={-1} className="flex grow flex-col">
        {children}
      </main>
    </div>
  );
}

async function frameOf(scope: OrganisationScope): Promise<Frame> {
  const { organisation, person } = scope;
  const { organisations, projects } = await surroundingsOf(scope);
  const openOf = (places: readonly Place[]) => places.filter(({ permission }) => permission === null || scope.may(permission)).map(({ path }) => path);
  return {
    organisation: { slug: organisation.slug, name: organisation.name },
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
    projects: projects.map(({ slug, name, environment }) => ({ slug, name, environment })),
    open: { project: openOf(PROJECT_PLACES), organisation: openOf(ORGANISATION_PLACES) },
    account: { name: person.name, email: person.email, operator: person.operator },
  };
}

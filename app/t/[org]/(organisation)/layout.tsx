import type { ReactNode } from "react";

import { Frame } from "@/components/shell/frame";
import { ORGANISATION_PLACES } from "@/components/shell/navigation";
import { surroundingsOf } from "@/lib/portal/organisations/surroundings";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

/** The frame of an organisation's own pages. */
export default async function OrganisationLayout({ params, children }: { params: OrganisationParams; children: ReactNode }) {
  const scope = await pageOrganisation(params);
  const { person, organisation, role } = scope;
  const allowed = ORGANISATION_PLACES.filter(({ permission }) => permission === null || scope.may(permission)).map(({ path }) => path);
  return (
    <Frame {...{ person, organisation, role, allowed }} {...await surroundingsOf(scope)} project={null}>
      {children}
    </Frame>
  );
}

import "server-only";

import { lookUp } from "@/lib/portal/database";
import { type Role, toRole } from "@/lib/portal/roles";
import type { SignedIn } from "@/lib/portal/scope";

/** An organisation that a person may choose. */
export interface OrganisationChoice {
  slug: string;
  name: string;
  role: Role;
}

interface ChoiceRow {
  organisation_slug: string;
  organisation_name: string;
  role: string;
}

/** The active organisations a person belongs to, by name. */
export async function listMyOrganisations(person: SignedIn): Promise<OrganisationChoice[]> {
  const rows = await lookUp(
    (tx) => tx.$queryRaw<ChoiceRow[]>`SELECT organisation_slug, organisation_name, role FROM portal.list_memberships(${person.personId})`,
  );
  return rows.map((row) => ({ slug: row.organisation_slug, name: row.organisation_name, role: toRole(row.role) }));
}

import "server-only";

import { cache } from "react";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { noteConsentUse } from "@/lib/portal/consent/note-consent-use";
import { lookUp, withOrganisation } from "@/lib/portal/database";
import { type Permission, toRole } from "@/lib/portal/roles";
import { mintOrganisationScope, mintTenantScope, type OrganisationScope, type SignedIn, type TenantScope } from "@/lib/portal/scope";
import { findSession } from "@/lib/portal/sessions/find-session";
import { tokenOfRequest } from "@/lib/portal/sessions/session-cookie";
import { sessionIdOf } from "@/lib/portal/sessions/session-token";
import { signedOut } from "@/lib/portal/sessions/signed-out";

/** The person behind a session token; null for a token that opens nothing. One look-up a request (React `cache`). */
export const signedInBy = cache(async (token: string | undefined): Promise<SignedIn | null> => {
  const sessionId = await sessionIdOf(token);
  return sessionId === undefined ? null : findSession(sessionId);
});

/**
 * The organisation that a slug selects among the memberships of a token's person. An organisation that is foreign,
 * absent or suspended is the same `not_found`.
 *
 * @throws CitadelError `unauthorized`, `not_found`
 */
export const organisationBy = cache(async (token: string | undefined, organisationSlug: string): Promise<OrganisationScope> => {
  const person = demand(await signedInBy(token));
  const membership = await findMembership(person, organisationSlug);
  return mintOrganisationScope({ person, ...membership });
});

/**
 * The project that two slugs select among the memberships of a token's person.
 *
 * @throws CitadelError `unauthorized`, `not_found`
 */
export const tenantBy = cache(async (token: string | undefined, organisationSlug: string, projectSlug: string): Promise<TenantScope> => {
  const scope = await organisationBy(token, organisationSlug);
  const project = await withOrganisation(scope, (tx) =>
    tx.project.findFirst({
      where: { organisationId: scope.organisation.id, slug: projectSlug, leavingAt: null },
      select: { id: true, slug: true, name: true, environment: true, productLine: true, askingEnabled: true },
    }),
  );
  if (project === null) throw notFound();
  const { person, organisation, role, consent } = scope;
  return mintTenantScope({ person, organisation, role, consent }, project);
});

/** Who is signed in on the current request, if anyone. */
export async function signedIn(): Promise<SignedIn | null> {
  return signedInBy(await tokenOfRequest());
}

/** Who is signed in on the current request. Throws CitadelError `unauthorized`. */
export async function requireSignedIn(): Promise<SignedIn> {
  return demand(await signedIn());
}

/** A person of the operator's team. For everyone else the desk does not exist: CitadelError `unauthorized` or `not_found`. */
export async function requireOperator(): Promise<SignedIn> {
  const person = await requireSignedIn();
  if (!person.operator) throw notFound();
  return person;
}

/**
 * The organisation that the address selects for the current request.
 *
 * @throws CitadelError `unauthorized`, `not_found`, and `forbidden` when the role lacks the permission
 */
export async function requireOrganisation(organisationSlug: string, permission?: Permission): Promise<OrganisationScope> {
  const scope = permitted(await organisationBy(await tokenOfRequest(), organisationSlug), permission);
  await noteConsentUse(scope);
  return scope;
}

/**
 * The project that the address selects for the current request.
 *
 * @throws CitadelError `unauthorized`, `not_found`, and `forbidden` when the role lacks the permission
 */
export async function requireTenant(organisationSlug: string, projectSlug: string, permission?: Permission): Promise<TenantScope> {
  const scope = permitted(await tenantBy(await tokenOfRequest(), organisationSlug, projectSlug), permission);
  await noteConsentUse(scope);
  return scope;
}

function permitted<Scope extends OrganisationScope>(scope: Scope, permission: Permission | undefined): Scope {
  if (permission === undefined || scope.may(permission)) return scope;
  throw new CitadelError("forbidden", "Your role does not allow this. Ask an admin of your organisation to do it, or to change your role.");
}

function demand(person: SignedIn | null): SignedIn {
  if (person === null) throw signedOut();
  return person;
}

interface MembershipRow {
  organisation_id: string;
  organisation_name: string;
  role: string;
  consent_id: string | null;
  consent_ends_at: Date | null;
}

async function findMembership(person: SignedIn, slug: string) {
  const [row] = await lookUp(
    (tx) => tx.$queryRaw<MembershipRow[]>`SELECT organisation_id, organisation_name, role, consent_id, consent_ends_at FROM portal.find_membership(${person.personId}, ${slug})`,
  );
  if (row === undefined) throw notFound();
  const consent = row.consent_id === null || row.consent_ends_at === null ? undefined : { id: row.consent_id, endsAt: row.consent_ends_at.toISOString() };
  return { organisation: { id: row.organisation_id, slug, name: row.organisation_name }, role: toRole(row.role), consent };
}

import "server-only";

import { z } from "zod";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** For how long a consent can be given, in hours. */
export const CONSENT_HOURS = [1, 8, 24, 72, 168] as const;

/** For how long the operator's support may read, and what it is to look at. */
export const consentInput = z.object({ hours: z.literal(CONSENT_HOURS), reason: z.string().trim().max(300).default("") });

/** A consent that holds. */
export interface GivenConsent {
  id: string;
  /** ISO 8601 UTC, like the others. */
  endsAt: string;
  givenAt: string;
  givenBy: string;
  reason: string;
  /** Last time that somebody of the operator's team opened something; null: never. */
  usedAt: string | null;
}

/** The consent of the scope's organisation that holds now, or null: then the operator's team finds nothing here. */
export async function currentConsent(scope: OrganisationScope): Promise<GivenConsent | null> {
  const organisationId = scope.organisation.id;
  const row = await withOrganisation(scope, (tx) =>
    tx.supportConsent.findFirst({ where: { organisationId, endedAt: null, endsAt: { gt: new Date() } }, orderBy: { endsAt: "desc" } }),
  );
  if (row === null) return null;
  const { id, reason, givenBy, endsAt, createdAt, usedAt } = row;
  return { id, reason, givenBy, endsAt: endsAt.toISOString(), givenAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}

/**
 * Lets the operator's support read the scope's organisation, as a reader and for some hours. One consent at a time.
 *
 * @throws CitadelError `conflict` while one holds, `forbidden` for who is here by a consent themselves
 */
export async function giveConsent(scope: OrganisationScope, { hours, reason }: z.output<typeof consentInput>): Promise<void> {
  const organisationId = scope.organisation.id;
  if (scope.consent !== undefined) throw new CitadelError("forbidden", "Only the organisation’s own admins can let support in.");
  const endsAt = new Date(Date.now() + hours * 60 * 60 * 1000);
  await withOrganisation(scope, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`consent ${organisationId}`}, 0))`;
    const held = await tx.supportConsent.findFirst({ where: { organisationId, endedAt: null, endsAt: { gt: new Date() } }, select: { id: true } });
    if (held !== null) throw new CitadelError("conflict", "Support has access already. End it before you give it anew.");
    const id = newId("con");
    await tx.supportConsent.create({ data: { organisationId, id, endsAt, reason, givenBy: scope.person.name } });
    await recordAudit(tx, scope, { action: "consent.given", target: { kind: "consent", id, name: "Operator’s support" }, after: { endsAt: endsAt.toISOString(), role: "reader", reason } });
  });
}

/** Ends a consent at once: the operator's team's next request finds nothing. Throws CitadelError `not_found`. */
export async function endConsent(scope: OrganisationScope, id: string): Promise<void> {
  const organisationId = scope.organisation.id;
  await withOrganisation(scope, async (tx) => {
    const { count } = await tx.supportConsent.updateMany({ where: { organisationId, id, endedAt: null, endsAt: { gt: new Date() } }, data: { endedAt: new Date() } });
    if (count === 0) throw notFound();
    await recordAudit(tx, scope, { action: "consent.ended", target: { kind: "consent", id, name: "Operator’s support" } });
  });
}

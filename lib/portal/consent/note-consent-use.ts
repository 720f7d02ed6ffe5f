import "server-only";

import { cache } from "react";

import { notFound } from "@/lib/platform/errors";
import { actorOf, recordAuditAs } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { type OrganisationScope, TenantScope } from "@/lib/portal/scope";

/**
 * Writes down that a scope which rests on a consent is about to be used: one row of the customer's log for each request and for what it opens, before
 * anything is read. For a member's scope it does nothing.
 *
 * @throws CitadelError `not_found` when the consent has ended in the meantime
 */
export const noteConsentUse = cache(async (scope: OrganisationScope): Promise<void> => {
  const { consent, organisation, person } = scope;
  if (consent === undefined) return;
  const [kind, { id, name }] = scope instanceof TenantScope ? (["project", scope.project] as const) : (["organisation", organisation] as const);
  await withOrganisation(scope, async (tx) => {
    const { count } = await tx.supportConsent.updateMany({
      where: { organisationId: organisation.id, id: consent.id, endedAt: null, endsAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (count === 0) throw notFound();
    await recordAuditAs(tx, organisation.id, { ...actorOf(scope), kind: "operator" }, { action: "consent.used", target: { kind, id, name }, after: { person: person.email, endsAt: consent.endsAt } });
  });
});

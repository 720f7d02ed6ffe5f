import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { mayManage } from "@/lib/portal/members/may-manage";
import { toRole } from "@/lib/portal/roles";
import type { OrganisationScope } from "@/lib/portal/scope";

/**
 * Ends a membership: from the person's next request on, nothing of the organisation is there for them. Their account and their
 * other organisations stay.
 *
 * @throws CitadelError `not_found`, `forbidden` for an owner when one is none, `conflict` for the last owner
 */
export async function removeMember(scope: OrganisationScope, membershipId: string): Promise<void> {
  const organisationId = scope.organisation.id;
  await withOrganisation(scope, async (tx) => {
    const member = await removableMember(tx, scope, membershipId);
    await tx.membership.deleteMany({ where: { organisationId, id: membershipId } });
    await recordAudit(tx, scope, { action: "member.removed", target: { kind: "membership", id: membershipId, name: member.person.name }, before: { role: member.role } });
  });
  log.info({ organisationId, membershipId, personId: scope.person.personId }, "member removed");
}

/**
 * A membership that the scope's person may end. Whoever ends it does so in the same transaction.
 *
 * @throws CitadelError `not_found`, `forbidden` for an owner when one is none, `conflict` for the last owner
 */
export async function removableMember(tx: PortalTransaction, scope: OrganisationScope, membershipId: string) {
  const organisationId = scope.organisation.id;
  const owners = await lockOwners(tx, organisationId);
  const member = await managedMember(tx, scope, membershipId);
  if (owners.length === 1 && owners[0] === membershipId) throw new CitadelError("conflict", "This is the last owner. Invite another owner first.");
  return member;
}

/** A membership that the scope's person may manage. Throws CitadelError `not_found`, `forbidden` for an owner when one is none. */
export async function managedMember(tx: PortalTransaction, scope: OrganisationScope, membershipId: string) {
  const where = { organisationId: scope.organisation.id, id: membershipId };
  const member = await tx.membership.findFirst({ where, select: { role: true, personId: true, person: { select: { name: true, email: true } } } });
  if (member === null) throw notFound();
  if (!mayManage(scope.role, toRole(member.role))) throw new CitadelError("forbidden", "Only an owner can do this to an owner.");
  return member;
}

/** The ids of the owners' memberships, locked, so that two owners cannot remove each other at the same moment. */
async function lockOwners(tx: PortalTransaction, organisationId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM portal.membership WHERE organisation_id = ${organisationId} AND role = 'owner' ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

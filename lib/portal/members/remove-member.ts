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
    const owners = await lockOwners(tx, organisationId);
    const member = await tx.membership.findFirst({ where: { organisationId, id: membershipId }, select: { role: true, person: { select: { name: true } } } });
    if (member === null) throw notFound();
    if (!mayManage(scope.role, toRole(member.role))) throw new CitadelError("forbidden", "Only an owner can remove an owner.");
    if (owners.length === 1 && owners[0] === membershipId) throw new CitadelError("conflict", "This is the last owner. Invite another owner first.");
    await tx.membership.deleteMany({ where: { organisationId, id: membershipId } });
    await recordAudit(tx, scope, { action: "member.removed", target: { kind: "membership", id: membershipId, name: member.person.name }, before: { role: member.role } });
  });
  log.info({ organisationId, membershipId, personId: scope.person.personId }, "member removed");
}

/** The ids of the owners' memberships, locked, so that two owners cannot remove each other at the same moment. */
async function lockOwners(tx: PortalTransaction, organisationId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM portal.membership WHERE organisation_id = ${organisationId} AND role = 'owner' ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

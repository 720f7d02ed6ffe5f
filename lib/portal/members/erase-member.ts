import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { removeAccounts } from "@/lib/portal/members/remove-accounts";
import { removableMember } from "@/lib/portal/members/remove-member";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Stands where the name of an erased person stood. */
export const ERASED_NAME = "A former member";

/**
 * Erases a person from the scope's organisation: the membership goes, their conversations are nobody's, their votes and notes go, their name is taken out of what they
 * did. Their account goes too, unless they belong to another organisation or to the operator's team. The audit log and signatures keep what they prove.
 *
 * @throws CitadelError `not_found`, `forbidden` for an owner when one is none, `conflict` for the last owner and for oneself
 */
export async function eraseMember(scope: OrganisationScope, membershipId: string): Promise<void> {
  const organisationId = scope.organisation.id;
  const personId = await withOrganisation(scope, async (tx) => {
    const member = await removableMember(tx, scope, membershipId);
    if (member.personId === scope.actorId) throw new CitadelError("conflict", "You cannot erase yourself. Ask another admin to do it.");
    await tx.membership.deleteMany({ where: { organisationId, id: membershipId } });
    await tx.invitation.deleteMany({ where: { organisationId, email: member.person.email } });
    await forgetIn(tx, organisationId, member.personId);
    await recordAudit(tx, scope, { action: "member.erased", target: { kind: "membership", id: membershipId, name: ERASED_NAME }, before: { role: member.role } });
    return member.personId;
  });
  await removeAccounts([personId]);
  log.info({ organisationId, membershipId }, "member erased");
}

async function forgetIn(tx: PortalTransaction, organisationId: string, personId: string): Promise<void> {
  const where = { organisationId, personId };
  await tx.conversationMessage.updateMany({ where, data: { personId: null } });
  await tx.feedback.deleteMany({ where });
  await tx.documentOwner.deleteMany({ where: { organisationId, ownerId: personId } });
  await tx.gap.updateMany({ where: { organisationId, ownerId: personId }, data: { ownerId: null } });
  await tx.goldenQuestion.updateMany({ where: { organisationId, ownerId: personId }, data: { ownerId: null } });
  await tx.goldenQuestion.updateMany({ where: { organisationId, createdBy: personId }, data: { createdBy: null } });
  await tx.goldenRun.updateMany({ where: { organisationId, startedBy: personId }, data: { startedBy: null, startedName: ERASED_NAME } });
  await tx.goldenVerdict.updateMany({ where: { organisationId, overruledBy: personId }, data: { overruledBy: null, overruledName: ERASED_NAME } });
  await tx.transfer.updateMany({ where: { organisationId, askedBy: personId }, data: { askedBy: null, askedName: ERASED_NAME } });
}

import "server-only";

import { z } from "zod";

import { appUrl } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { invitationData, newInvitationToken } from "@/lib/portal/members/invitation-token";
import { mayManage } from "@/lib/portal/members/may-manage";
import { emailAddress } from "@/lib/portal/people/email-address";
import { requireSeat } from "@/lib/portal/quota/require-seat";
import { warnOf } from "@/lib/portal/quota/warn";
import { ROLES } from "@/lib/portal/roles";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Who is invited, as what. */
export const inviteInput = z.object({ email: emailAddress, role: z.enum(ROLES) });

/** A new invitation with its link, which is shown this once. */
export interface NewInvitation {
  id: string;
  email: string;
  url: string;
}

/**
 * Invites a person into the scope's organisation. An earlier invitation of the same address stops working.
 *
 * @throws CitadelError `conflict` for a member, `forbidden` for a role one may not give, `quota_reached`
 */
export async function invite(scope: OrganisationScope, { email, role }: z.output<typeof inviteInput>): Promise<NewInvitation> {
  if (!mayManage(scope.role, role)) throw new CitadelError("forbidden", "Only an owner can invite another owner.");
  const organisationId = scope.organisation.id;
  const id = newId("inv");
  const token = newInvitationToken();
  await withOrganisation(scope, async (tx) => {
    const member = await tx.membership.findFirst({ where: { organisationId, person: { email } }, select: { id: true } });
    if (member !== null)
      throw new CitadelError("conflict", "This person is a member already.", { errors: [{ path: "email", message: "is a member already" }] });
    await tx.invitation.updateMany({ where: { organisationId, email, acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } });
    await tx.invitation.create({ data: { organisationId, ...invitationData(token, { id, email, role }) } });
    const { used, most } = await requireSeat(tx, scope);
    await recordAudit(tx, scope, { action: "member.invited", target: { kind: "invitation", id, name: email }, after: { role } });
    await warnOf(tx, scope, "members", used, most);
  });
  log.info({ organisationId, invitationId: id, personId: scope.person.personId, role }, "person invited");
  return { id, email, url: `${appUrl()}/invite/${token}` };
}

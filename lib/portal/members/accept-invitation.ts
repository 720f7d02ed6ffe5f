import "server-only";

import { z } from "zod";

import { hashPassword } from "@/lib/platform/crypto/password";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withNewOrganisation } from "@/lib/portal/database";
import { findInvitation, type OpenInvitation } from "@/lib/portal/members/find-invitation";
import { newPassword, personName } from "@/lib/portal/people/password-rule";
import type { SignedIn } from "@/lib/portal/scope";

/** What a new person chooses when they accept. */
export const newPersonInput = z.object({ name: personName, password: newPassword });

/** Who has joined what. */
export interface Joined {
  personId: string;
  email: string;
  organisationId: string;
  organisationSlug: string;
}

/**
 * Accepts an invitation for someone who has no account yet: makes the person and the membership in one transaction. The link is dead from
 * then on.
 *
 * @throws CitadelError `not_found` for a dead link, `conflict` when the address has an account, `validation_failed`
 */
export async function acceptInvitation(token: string, input: z.input<typeof newPersonInput>): Promise<Joined> {
  const invitation = await findInvitation(token);
  const { name, password } = validated(newPersonInput, input);
  if (invitation.personExists) throw hasAccount();
  const passwordHash = await hashPassword(password);
  const personId = newId("per");
  return join(invitation, { personId, name }, (tx) => tx.person.create({ data: { id: personId, email: invitation.email, name, passwordHash } }));
}

/**
 * Accepts an invitation for a signed-in person with the invited e-mail address.
 *
 * @throws CitadelError `not_found` for a dead link, `forbidden` when the invitation is someone else's
 */
export async function acceptInvitationAs(person: SignedIn, token: string): Promise<Joined> {
  const invitation = await findInvitation(token);
  if (person.email !== invitation.email) {
    throw new CitadelError("forbidden", "This invitation is for another e-mail address. Sign out, and sign in with the invited one.");
  }
  return join(invitation, person, () => Promise.resolve());
}

async function join(invitation: OpenInvitation, { personId, name }: { personId: string; name: string }, makePerson: (tx: PortalTransaction) => Promise<unknown>): Promise<Joined> {
  const { id, organisation, role, email } = invitation;
  await withNewOrganisation(organisation.id, { personId }, async (tx) => {
    // Of several at once one finds the link alive.
    const { count } = await tx.invitation.updateMany({
      where: { organisationId: organisation.id, id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    });
    if (count === 0) throw notFound();
    await makePerson(tx);
    await tx.membership.createMany({ data: { organisationId: organisation.id, id: newId("mem"), personId, role }, skipDuplicates: true });
    const target = { kind: "person", id: personId, name: email };
    await recordAuditAs(tx, organisation.id, { kind: "person", id: personId, name }, { action: "member.joined", target, after: { role } });
  });
  log.info({ organisationId: organisation.id, personId, role }, "invitation accepted");
  return { personId, email, organisationId: organisation.id, organisationSlug: organisation.slug };
}

function hasAccount(): CitadelError {
  return new CitadelError("conflict", "There is an account for this e-mail address already. Sign in with it, then open the link again.");
}

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineOrganisationAction } from "@/lib/portal/actions/define-organisation-action";
import { consentInput, endConsent, giveConsent } from "@/lib/portal/consent/consent";
import { eraseMember } from "@/lib/portal/members/erase-member";
import { invite, inviteInput } from "@/lib/portal/members/invite";
import { removeMember } from "@/lib/portal/members/remove-member";
import { revokeInvitation } from "@/lib/portal/members/revoke-invitation";

const MEMBERS = "/t/[org]/(organisation)/members";

/** Invites a person; the answer holds the link, once. */
export const inviteMember = defineOrganisationAction({
  name: "members.invite",
  permission: "members.write",
  input: inviteInput,
  async handle(scope, input) {
    const invitation = await invite(scope, input);
    revalidatePath(MEMBERS, "page");
    return invitation;
  },
});

/** Ends a membership, at once. */
export const endMembership = defineOrganisationAction({
  name: "members.remove",
  permission: "members.write",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await removeMember(scope, id);
    revalidatePath(MEMBERS, "page");
  },
});

/** Erases a person: access and account go, conversations are nobody's. */
export const eraseMembership = defineOrganisationAction({
  name: "members.erase",
  permission: "members.write",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await eraseMember(scope, id);
    revalidatePath(MEMBERS, "page");
  },
});

/** Makes an invitation's link stop working. */
export const withdrawInvitation = defineOrganisationAction({
  name: "members.withdraw",
  permission: "members.write",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await revokeInvitation(scope, id);
    revalidatePath(MEMBERS, "page");
  },
});

/** Lets the operator's support read, as a reader and for some hours. */
export const letSupportIn = defineOrganisationAction({
  name: "consent.give",
  permission: "members.write",
  input: consentInput,
  async handle(scope, input) {
    await giveConsent(scope, input);
    revalidatePath(MEMBERS, "page");
  },
});

/** Ends the operator's access, at once. */
export const endSupport = defineOrganisationAction({
  name: "consent.end",
  permission: "members.write",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await endConsent(scope, id);
    revalidatePath(MEMBERS, "page");
  },
});

import { describe, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { acceptInvitation, acceptInvitationAs } from "@/lib/portal/members/accept-invitation";
import { findInvitation } from "@/lib/portal/members/find-invitation";
import { invite } from "@/lib/portal/members/invite";
import { listInvitations, listMembers } from "@/lib/portal/members/list-members";
import { revokeInvitation } from "@/lib/portal/members/revoke-invitation";
import { organisationBy, signedInBy } from "@/lib/portal/sessions/from-session";
import { authenticate } from "@/lib/portal/sign-in/authenticate";
import { newMember } from "@/lib/portal/testing/new-member";
import { newEmail, newTenant, ownerScope, PASSWORD, tokenOf } from "@/lib/portal/testing/new-tenant";

const dead = expect.objectContaining({ code: "not_found" });
const someone = { name: "Nora New", password: PASSWORD };

async function newInvitation() {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const invitation = await invite(scope, { email: newEmail(), role: "member" });
  return { tenant, scope, invitation, token: tokenOf(invitation.url) };
}

describe("an invitation", () => {
  it("makes the person and the membership, and its link is dead from then on", async () => {
    const { scope, invitation, token } = await newInvitation();
    expect(await findInvitation(token)).toMatchObject({ email: invitation.email, role: "member", personExists: false });
    const { personId } = await acceptInvitation(token, someone);
    expect(await authenticate({ email: invitation.email, password: PASSWORD }, "203.0.113.1")).toBe(personId);
    expect((await listMembers(scope)).map(({ email, role }) => [email, role])).toContainEqual([invitation.email, "member"]);
    expect(await listInvitations(scope)).toEqual([]);
    await expect(findInvitation(token)).rejects.toEqual(dead);
    await expect(acceptInvitation(token, someone)).rejects.toEqual(dead);
  });

  it("is accepted once, however many try at the same moment", async () => {
    const { scope, token } = await newInvitation();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => acceptInvitation(token, someone)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listMembers(scope)).toHaveLength(2);
  });

  it("is dead when it was revoked, replaced, has expired or never was", async () => {
    const [revoked, replaced, expired] = await Promise.all([newInvitation(), newInvitation(), newInvitation()]);
    await revokeInvitation(revoked.scope, revoked.invitation.id);
    await invite(replaced.scope, { email: replaced.invitation.email, role: "reader" });
    const { organisation } = expired.scope;
    await withOrganisation(expired.scope, (tx) =>
      tx.invitation.updateMany({
        where: { organisationId: organisation.id, id: expired.invitation.id },
        data: { expiresAt: new Date(Date.now() - 1000) },
      }),
    );
    for (const token of [revoked.token, replaced.token, expired.token, "no-such-token", ""])
      await expect(acceptInvitation(token, someone)).rejects.toEqual(dead);
    await expect(revokeInvitation(revoked.scope, revoked.invitation.id)).rejects.toEqual(dead);
  });

  it.each(["elevenchars", "x".repeat(201)])("is not accepted with the password %s", async (password) => {
    const { token } = await newInvitation();
    await expect(acceptInvitation(token, { name: "Nora", password })).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: "password" }],
    });
    expect((await findInvitation(token)).personExists).toBe(false);
  });

  it("adds a membership to a signed-in person with its address, and to nobody else", async () => {
    const [first, second] = await Promise.all([newTenant(), newTenant()]);
    const person = await newMember(first, "admin");
    const { url } = await invite(await ownerScope(second), { email: person.email.toUpperCase().toLowerCase(), role: "reader" });
    const token = tokenOf(url);
    await expect(acceptInvitation(token, someone)).rejects.toMatchObject({ code: "conflict" });
    const [other, self] = await Promise.all([signedInBy(first.token), signedInBy(person.token)]);
    if (other === null || self === null) throw new Error("Both are signed in.");
    await expect(acceptInvitationAs(other, token)).rejects.toMatchObject({ code: "forbidden" });
    await acceptInvitationAs(self, token);
    expect((await organisationBy(person.token, second.org)).role).toBe("reader");
    expect((await organisationBy(person.token, first.org)).role).toBe("admin");
    await expect(acceptInvitationAs(self, token)).rejects.toEqual(dead);
  });

  it("is stored by its hash only", async () => {
    const { scope, token } = await newInvitation();
    const rows = await withOrganisation(
      scope,
      (tx) =>
        tx.$queryRaw<{ row: string }[]>`SELECT row_to_json(i)::text AS row FROM portal.invitation i WHERE organisation_id = ${scope.organisation.id}`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toContain(token);
  });
});

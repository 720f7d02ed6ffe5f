import { describe, expect, it } from "vitest";

import { invite } from "@/lib/portal/members/invite";
import { listMembers } from "@/lib/portal/members/list-members";
import { mayManage } from "@/lib/portal/members/may-manage";
import { removeMember } from "@/lib/portal/members/remove-member";
import { revokeInvitation } from "@/lib/portal/members/revoke-invitation";
import { ROLES } from "@/lib/portal/roles";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newEmail, newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";

async function membershipOf(tenant: TestTenant, personId: string): Promise<string> {
  const member = (await listMembers(await ownerScope(tenant))).find((found) => found.personId === personId);
  if (member === undefined) throw new Error("The person is a member.");
  return member.id;
}

describe("mayManage", () => {
  it("lets only owners touch owners", () => {
    expect(ROLES.filter((other) => mayManage("admin", other))).toEqual(["admin", "member", "reader"]);
    expect(ROLES.filter((other) => mayManage("owner", other))).toEqual([...ROLES]);
  });
});

describe("members", () => {
  it("cannot be invited twice, nor as owners by an admin", async () => {
    const tenant = await newTenant();
    const admin = await newMember(tenant, "admin");
    const scope = await tenantBy(admin.token, tenant.org, tenant.project);
    await expect(invite(scope, { email: tenant.owner.email, role: "member" })).rejects.toMatchObject({ code: "conflict" });
    await expect(invite(scope, { email: newEmail(), role: "owner" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are never without an owner, and an admin removes none", async () => {
    const tenant = await newTenant();
    const admin = await newMember(tenant, "admin");
    const owner = await membershipOf(tenant, tenant.owner.personId);
    await expect(removeMember(await tenantBy(admin.token, tenant.org, tenant.project), owner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(await ownerScope(tenant), owner)).rejects.toMatchObject({ code: "conflict" });
  });

  it("keep one owner when two remove each other at the same moment", async () => {
    const tenant = await newTenant();
    const [second, admin] = [await newMember(tenant, "owner"), await newMember(tenant, "admin")];
    const [scope, secondScope] = await Promise.all([ownerScope(tenant), tenantBy(second.token, tenant.org, tenant.project)]);
    const [first, other] = await Promise.all([membershipOf(tenant, tenant.owner.personId), membershipOf(tenant, second.personId)]);
    await Promise.allSettled([removeMember(scope, other), removeMember(secondScope, first)]);
    // Whoever has lost sees nothing any more: somebody else looks.
    const members = await listMembers(await tenantBy(admin.token, tenant.org, tenant.project));
    expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  it("of another organisation are not there", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const scope = await ownerScope(own);
    const member = await newMember(other, "member");
    const { id } = await invite(await ownerScope(other), { email: newEmail(), role: "member" });
    await expect(removeMember(scope, await membershipOf(other, member.personId))).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeInvitation(scope, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listMembers(scope)).map(({ email }) => email)).toEqual([own.owner.email]);
  });
});

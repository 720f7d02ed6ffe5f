import { describe, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { rateAnswer } from "@/lib/portal/feedback/rate-answer";
import { eraseMember } from "@/lib/portal/members/erase-member";
import { memberData } from "@/lib/portal/members/export-member";
import { listMembers } from "@/lib/portal/members/list-members";
import { findPerson } from "@/lib/portal/people/find-person";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";

/** A tenant with two members who have asked the same and noted something. */
async function twoMembers() {
  const tenant = await newTenant();
  const people = [await newMember(tenant, "member"), await newMember(tenant, "member")] as const;
  for (const { token, personId } of people) {
    const scope = await tenantBy(token, tenant.org, tenant.project);
    const { messageId } = await keptAnswer(scope, `How much leave has ${personId}?`);
    await rateAnswer(scope, { messageId, vote: "down", reason: "wrong", note: `A note of ${personId}` });
  }
  return { tenant, owner: await ownerScope(tenant), people };
}

async function membershipOf(tenant: TestTenant, personId: string): Promise<string> {
  const member = (await listMembers(await ownerScope(tenant))).find((found) => found.personId === personId);
  if (member === undefined) throw new Error("The person is a member.");
  return member.id;
}

describe("one person's data", () => {
  it("is exported with what is theirs and nothing of another's", async () => {
    const { tenant, owner, people } = await twoMembers();
    const [one, other] = people;
    const data = await memberData(owner, await membershipOf(tenant, one.personId));
    expect(data).toMatchObject({ person: { email: one.email }, conversations: [{ question: `How much leave has ${one.personId}?` }], votes: [{ vote: "down", note: `A note of ${one.personId}` }] });
    expect(JSON.stringify(data)).not.toContain(other.personId);
    await expect(memberData(await ownerScope(await newTenant()), await membershipOf(tenant, one.personId))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is erased: the account is gone, the conversation stays and is nobody's; another's stays theirs", async () => {
    const { tenant, owner, people } = await twoMembers();
    const [one, other] = people;
    await eraseMember(owner, await membershipOf(tenant, one.personId));
    expect([await findPerson(one.email), (await findPerson(other.email))?.id]).toEqual([null, other.personId]);
    await expect(tenantBy(one.token, tenant.org, tenant.project)).rejects.toMatchObject({ code: "unauthorized" });
    const where = { organisationId: owner.organisation.id };
    const messages = await withOrganisation(owner, (tx) => tx.conversationMessage.findMany({ where, orderBy: { id: "asc" } }));
    expect(messages.map(({ personId, question }) => [personId, question !== null])).toEqual([[null, true], [other.personId, true]]);
    expect((await withOrganisation(owner, (tx) => tx.feedback.findMany({ where }))).map(({ personId }) => personId)).toEqual([other.personId]);
  });

  it("is kept where somebody belongs elsewhere, and nobody erases themselves or the last owner", async () => {
    const [{ tenant, owner }, second] = [await twoMembers(), await newTenant()];
    const own = await membershipOf(tenant, tenant.owner.personId);
    await expect(eraseMember(owner, own)).rejects.toMatchObject({ code: "conflict" });
    const other = await ownerScope(second);
    const shared = await newMember(tenant, "member");
    await withOrganisation(other, (tx) => tx.membership.create({ data: { organisationId: other.organisation.id, id: `mem_${shared.personId.slice(4)}`, personId: shared.personId, role: "member" } }));
    await eraseMember(owner, await membershipOf(tenant, shared.personId));
    expect((await findPerson(shared.email))?.id).toBe(shared.personId);
  });
});

import { describe, expect, it } from "vitest";

import { careSetting } from "@/lib/portal/conversations/care-setting";
import { conversationFilter } from "@/lib/portal/conversations/conversation";
import { listConversations } from "@/lib/portal/conversations/list-conversations";
import { reviewConversation } from "@/lib/portal/conversations/review-conversation";
import { withOrganisation } from "@/lib/portal/database";
import { feedbackInput } from "@/lib/portal/feedback/feedback";
import { rateAnswer } from "@/lib/portal/feedback/rate-answer";
import type { TenantScope } from "@/lib/portal/scope";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const list = async (scope: TenantScope, filter: Record<string, string> = {}) => (await listConversations(scope, conversationFilter.parse(filter))).questions.map(({ question }) => question);
const audited = (scope: TenantScope) =>
  withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: { startsWith: "conversation." } }, orderBy: { sequence: "asc" } }));

describe("the review of conversations", () => {
  it("lists what was asked, and narrows it by outcome, person, day and words", async () => {
    const tenant = await newTenant();
    const owner = await ownerScope(tenant);
    const { token, personId } = await newMember(tenant, "reader");
    const reader = await tenantBy(token, tenant.org, tenant.project);
    await keptAnswer(owner, "How long is leave?", { grounding: "uncertain" });
    await keptAnswer(reader, "Where is 100% of my bike?", { grounding: "refused" });
    const { messageId } = await keptAnswer(reader, "Who leads sales?");
    await rateAnswer(reader, feedbackInput.parse({ messageId, vote: "down", reason: "wrong", note: "She left." }));
    expect(await list(owner)).toEqual(["Who leads sales?", "Where is 100% of my bike?", "How long is leave?"]);
    expect(await list(owner, { outcome: "refused" })).toEqual(["Where is 100% of my bike?"]);
    expect(await list(owner, { outcome: "uncertain" })).toEqual(["How long is leave?"]);
    expect(await list(owner, { outcome: "disliked" })).toEqual(["Who leads sales?"]);
    expect(await list(owner, { person: personId })).toHaveLength(2);
    expect(await list(owner, { text: "0% OF" })).toEqual(["Where is 100% of my bike?"]);
    expect(await list(owner, { text: "twenty-five" })).toHaveLength(2);
    expect(await list(owner, { text: "%" })).toEqual(["Where is 100% of my bike?"]);
    expect(await list(owner, { from: "2000-01-01", until: "2000-01-02" })).toEqual([]);
    expect(await list(owner, { outcome: "nonsense", from: "yesterday", text: "" })).toHaveLength(3);
  });

  it("goes on page by page", async () => {
    const owner = await ownerScope(await newTenant());
    for (let number = 0; number < 27; number++) await keptAnswer(owner, `Question ${number}`);
    const first = await listConversations(owner, conversationFilter.parse({}));
    const second = await listConversations(owner, conversationFilter.parse({ before: first.before }));
    expect([first.questions.length, second.questions.length, second.before]).toEqual([25, 2, null]);
    expect(new Set([...first.questions, ...second.questions].map(({ messageId }) => messageId)).size).toBe(27);
  });

  it("opens a conversation whole, and leaves a row for it, and one a day for the list", async () => {
    const tenant = await newTenant();
    const owner = await ownerScope(tenant);
    const { sessionId } = await keptAnswer(owner, "How long is leave?");
    await keptAnswer(owner, "And in Spain?", { sessionId });
    await list(owner);
    await list(owner);
    const turns = await reviewConversation(owner, sessionId);
    expect(turns.map(({ question, person, answer }) => [question, person, answer?.citations.length])).toEqual([
      ["How long is leave?", "Olga Owner", 1],
      ["And in Spain?", "Olga Owner", 1],
    ]);
    const rows = await audited(owner);
    expect(rows.map(({ action, targetId, targetName }) => [action, targetId, targetName])).toEqual([
      ["conversation.listed", owner.project.id, owner.project.name],
      ["conversation.reviewed", sessionId, "of Olga Owner"],
    ]);
    expect(JSON.stringify(rows.map(({ before, after }) => ({ before, after })))).not.toContain("leave");
  });

  it("knows no conversation of another organisation", async () => {
    const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
    const { sessionId } = await keptAnswer(own, "How long is leave?");
    await expect(reviewConversation(other, sessionId)).rejects.toMatchObject({ code: "not_found" });
    expect(await list(other)).toEqual([]);
  });
});

describe("the setting", () => {
  const read = (helpTarget: string) => careSetting.safeParse({ conversationDays: 90, staleDays: null, helpKind: "link", helpTarget });

  it("takes pages over https and mailboxes, and nothing else", () => {
    expect(read("desk@example.com").data?.helpTarget).toBe("mailto:desk@example.com");
    expect(read("https://help.example.com/x").data?.helpTarget).toBe("https://help.example.com/x");
    for (const address of ["javascript:alert(1)", "http://example.com", "data:text/html,x", "somewhere", ""]) expect(read(address).success).toBe(false);
  });
});

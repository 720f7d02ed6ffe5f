import { describe, expect, it } from "vitest";

import { changeCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { feedbackInput } from "@/lib/portal/feedback/feedback";
import { findHelper } from "@/lib/portal/feedback/find-helper";
import { myVotes } from "@/lib/portal/feedback/my-votes";
import { rateAnswer } from "@/lib/portal/feedback/rate-answer";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { tenantBy } from "@/lib/portal/sessions/from-session";

const down = (messageId: string) => feedbackInput.parse({ messageId, vote: "down", reason: "wrong", note: "It says 2023." });

async function readerOf() {
  const tenant = await newTenant();
  const { token } = await newMember(tenant, "reader");
  return { owner: await ownerScope(tenant), reader: await tenantBy(token, tenant.org, tenant.project) };
}

describe("rating an answer", () => {
  it("is one vote a person, which can be changed and taken back", async () => {
    const { reader } = await readerOf();
    const { messageId, sessionId } = await keptAnswer(reader, "How long is leave?");
    await rateAnswer(reader, down(messageId));
    expect(await myVotes(reader, sessionId)).toEqual({ [messageId]: "down" });
    await rateAnswer(reader, feedbackInput.parse({ messageId, vote: "up" }));
    expect(await myVotes(reader, sessionId)).toEqual({ [messageId]: "up" });
    await rateAnswer(reader, feedbackInput.parse({ messageId, vote: null }));
    expect(await myVotes(reader, sessionId)).toEqual({});
  });

  it("makes a gap of a disliked question, and none of one that is liked after all", async () => {
    const { reader } = await readerOf();
    const { messageId } = await keptAnswer(reader, "How long is leave?");
    const gapOf = async () => {
      const where = { organisationId: reader.organisation.id, projectId: reader.project.id, id: messageId };
      return (await withOrganisation(reader, (tx) => tx.conversationMessage.findFirstOrThrow({ where }))).gapId;
    };
    expect(await gapOf()).toBeNull();
    await rateAnswer(reader, down(messageId));
    expect(await gapOf()).toMatch(/^gap_/);
    await rateAnswer(reader, feedbackInput.parse({ messageId, vote: "up" }));
    expect(await gapOf()).toBeNull();
  });

  it("is for the person who asked, in the project where they did", async () => {
    const [own, other] = [await readerOf(), await readerOf()];
    const { messageId } = await keptAnswer(own.reader, "How long is leave?");
    for (const scope of [own.owner, other.reader, other.owner]) await expect(rateAnswer(scope, down(messageId))).rejects.toMatchObject({ code: "not_found" });
    await expect(rateAnswer(own.reader, down("msg_absent"))).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps no note where no conversations are kept", async () => {
    const { owner, reader } = await readerOf();
    await changeCareSetting(owner, { conversationDays: 0, staleDays: null, helpKind: "none", helpTarget: null });
    const { messageId } = await keptAnswer(reader, "How long is leave?");
    await rateAnswer(reader, down(messageId));
    const rows = await withOrganisation(reader, (tx) => tx.feedback.findMany({ where: { organisationId: reader.organisation.id } }));
    expect(rows).toMatchObject([{ vote: "down", reason: "wrong", note: "" }]);
  });
});

describe("asking for a person", () => {
  it("leads to the project's address, or to the document's owner", async () => {
    const { owner, reader } = await readerOf();
    const { messageId } = await keptAnswer(reader, "How long is leave?", { documentId: "doc_leave" });
    const find = () => findHelper(reader, { messageId, documentId: null });
    const setting = { conversationDays: 90, staleDays: null };
    await changeCareSetting(owner, { ...setting, helpKind: "link", helpTarget: "mailto:desk@example.com" });
    expect(await find()).toEqual({ href: "mailto:desk@example.com", label: "desk@example.com" });
    await changeCareSetting(owner, { ...setting, helpKind: "owner", helpTarget: null });
    await expect(find()).rejects.toMatchObject({ code: "conflict" });
    const [organisationId, projectId, ownerId] = [owner.organisation.id, owner.project.id, owner.person.personId];
    await withOrganisation(owner, (tx) => tx.documentOwner.create({ data: { organisationId, projectId, documentId: "doc_leave", ownerId } }));
    expect(await find()).toEqual({ href: `mailto:${encodeURIComponent(owner.person.email)}`, label: `Olga Owner, ${owner.person.email}` });
  });
});

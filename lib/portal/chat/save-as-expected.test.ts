import { describe, expect, it } from "vitest";

import { saveAsExpected } from "@/lib/portal/chat/save-as-expected";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

const QUESTION = "How many days of leave do I get?";

async function tenantWithDocument() {
  const scope = await ownerScope(await newTenant());
  const client = await openVault(scope);
  const { document } = await client.documents.upload({ name: "hr/leave.md", body: new Blob(["Everyone gets 15 days."]).stream() });
  return { scope, document };
}

describe("saveAsExpected", () => {
  it("keeps the engine's name of the document, whatever the caller says", async () => {
    const { scope, document } = await tenantWithDocument();
    const saved = await saveAsExpected(scope, { question: QUESTION, expectedDocument: { id: document.id, name: "forged.md" }, expectedPage: 1 });
    expect(saved).toMatchObject({ origin: "chat", expectedDocument: { id: document.id, name: "hr/leave.md" }, expectedPage: 1 });
    expect((await listGoldenQuestions(scope)).map(({ id }) => id)).toEqual([saved.id]);
  });

  it("keeps phrases and refusals without a document", async () => {
    const scope = await ownerScope(await newTenant());
    expect(await saveAsExpected(scope, { question: QUESTION, expectedPhrases: ["15 days"] })).toMatchObject({ expectedDocument: null });
    expect(await saveAsExpected(scope, { question: QUESTION, expectsRefusal: true })).toMatchObject({ expectsRefusal: true });
  });

  it("knows no other customer's document", async () => {
    const [own, other] = await Promise.all([tenantWithDocument(), tenantWithDocument()]);
    const foreign = saveAsExpected(own.scope, { question: QUESTION, expectedDocument: { id: other.document.id, name: other.document.name } });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect(await listGoldenQuestions(own.scope)).toEqual([]);
  });
});

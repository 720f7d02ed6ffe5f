import { describe, expect, it } from "vitest";

import { changeGoldenQuestion } from "@/lib/portal/golden/change-golden-question";
import { deleteGoldenQuestion } from "@/lib/portal/golden/delete-golden-question";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const expectsRefusal = { question: "How long does the orbit of Jupiter take?", expectsRefusal: true };
const expectsText = {
  question: "How many days of leave do I get?",
  expectedPhrases: ["15 days"],
  expectedDocument: { id: "doc_1", name: "leave.md" },
  expectedPage: 1,
};
const absent = expect.objectContaining({ code: "not_found" });

describe("a golden question", () => {
  it("is kept with what it expects, and listed without a verdict until it runs", async () => {
    const scope = await ownerScope(await newTenant());
    const saved = await saveGoldenQuestion(scope, expectsText);
    expect(saved).toMatchObject({ ...expectsText, expectsRefusal: false, latest: null });
    expect(await listGoldenQuestions(scope)).toEqual([saved]);
  });

  it("is asked through the project's own key, and keeps its latest verdict", async () => {
    const scope = await ownerScope(await newTenant());
    const [refusal, text] = [await saveGoldenQuestion(scope, expectsRefusal), await saveGoldenQuestion(scope, expectsText)];
    expect((await runGoldenQuestion(scope, refusal.id)).latest).toMatchObject({ passed: true, reason: "Refused as expected." });
    await runGoldenQuestion(scope, text.id);
    const again = await runGoldenQuestion(scope, text.id);
    expect(again.latest).toMatchObject({ passed: false, reason: "Refused, although an answer was expected.", answer: { refused: true } });
    expect((await listGoldenQuestions(scope)).map(({ latest }) => latest)).toEqual([expect.objectContaining({ passed: true }), again.latest]);
  });

  it.each([
    { question: "", expectsRefusal: true },
    { question: "Expects nothing?" },
    { question: "Both?", expectedPhrases: ["x"], expectsRefusal: true },
    { question: "A page of nothing?", expectedPhrases: ["x"], expectedPage: 2 },
    { question: "Whose?", expectsRefusal: true, ownerId: "per_absent" },
    { question: "Heavy?", expectsRefusal: true, weight: 11 },
    { question: "Too many?", expectedPhrases: Array.from({ length: 11 }, () => "x") },
  ])("is refused when it makes no sense (%j)", async (input) => {
    const scope = await ownerScope(await newTenant());
    await expect(saveGoldenQuestion(scope, input)).rejects.toMatchObject({ code: "validation_failed" });
    expect(await listGoldenQuestions(scope)).toEqual([]);
  });

  it("of another customer is not there", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const [scope, otherScope] = await Promise.all([ownerScope(own), ownerScope(other)]);
    const foreign = await saveGoldenQuestion(otherScope, expectsRefusal);
    for (const id of [foreign.id, "gld_absent", ""]) {
      await expect(runGoldenQuestion(scope, id)).rejects.toEqual(absent);
      await expect(deleteGoldenQuestion(scope, id)).rejects.toEqual(absent);
      await expect(changeGoldenQuestion(scope, id, expectsText)).rejects.toEqual(absent);
    }
    expect(await listGoldenQuestions(scope)).toEqual([]);
    expect(await listGoldenQuestions(otherScope)).toEqual([foreign]);
  });

  it("has to be run again once it is changed", async () => {
    const scope = await ownerScope(await newTenant());
    const { id, createdAt } = await saveGoldenQuestion(scope, expectsRefusal);
    await runGoldenQuestion(scope, id);
    const changed = await changeGoldenQuestion(scope, id, expectsText);
    expect(changed).toMatchObject({ ...expectsText, id, createdAt, expectsRefusal: false, latest: null });
    expect(await listGoldenQuestions(scope)).toEqual([changed]);
    await expect(changeGoldenQuestion(scope, id, { question: "Expects nothing?" })).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("keeps its verdict when only what stands beside it changes", async () => {
    const tenant = await newTenant();
    const scope = await ownerScope(tenant);
    const { id } = await saveGoldenQuestion(scope, expectsRefusal);
    const { latest } = await runGoldenQuestion(scope, id);
    const beside = { tags: ["astronomy"], ownerId: tenant.owner.personId, notes: "Far away.", weight: 3, mustPass: true };
    expect(await changeGoldenQuestion(scope, id, { ...expectsRefusal, ...beside })).toMatchObject({ ...beside, latest });
    expect((await changeGoldenQuestion(scope, id, { ...expectsRefusal, ...beside, wordings: ["Jupiter’s orbit?"] })).latest).toBeNull();
  });

  it("is owned by a person of its own organisation only", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const foreign = saveGoldenQuestion(await ownerScope(own), { ...expectsRefusal, ownerId: other.owner.personId });
    await expect(foreign).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("asks its other wordings as well", async () => {
    const scope = await ownerScope(await newTenant());
    const { id } = await saveGoldenQuestion(scope, { ...expectsRefusal, wordings: ["Jupiter’s orbit?", "Jupiter’s orbit?", expectsRefusal.question] });
    const { latest, wordings } = await runGoldenQuestion(scope, id);
    expect(wordings).toEqual(["Jupiter’s orbit?"]);
    expect(latest).toMatchObject({ passed: true, reason: "Refused as expected; the other wording came to the same." });
    expect(latest?.others.map(({ question }) => question)).toEqual(["Jupiter’s orbit?"]);
  });

  it("goes with its verdicts", async () => {
    const scope = await ownerScope(await newTenant());
    const { id } = await saveGoldenQuestion(scope, expectsRefusal);
    await runGoldenQuestion(scope, id);
    await deleteGoldenQuestion(scope, id);
    expect(await listGoldenQuestions(scope)).toEqual([]);
    await expect(deleteGoldenQuestion(scope, id)).rejects.toEqual(absent);
  });
});

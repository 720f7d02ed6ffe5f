import { describe, expect, it } from "vitest";

import { choicesOf, draftOf, hasDetails, inputOf } from "@/components/golden/question-draft";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

const documents = [{ id: "doc_1", name: "leave.md", pageCount: 3 }];
const question: GoldenQuestion = {
  id: "gld_1",
  question: "How many days?",
  wordings: ["How much leave?", "Days off?"],
  expectedPhrases: ["15 days"],
  forbiddenPhrases: ["20 days"],
  referenceAnswer: "Fifteen days.",
  modelOpinion: "counts",
  expectedDocument: { id: "doc_1", name: "leave.md" },
  expectedPage: 2,
  expectsRefusal: false,
  tags: ["leave", "hr"],
  ownerId: "per_1",
  notes: "From the handbook.",
  weight: 3,
  mustPass: true,
  origin: "hand",
  createdAt: "2026-01-01T00:00:00Z",
  latest: null,
};

describe("a question's draft", () => {
  it("sends back what it was made of", () => {
    const input = inputOf(draftOf(question), documents);
    expect(question).toMatchObject(input);
    expect(Object.keys(input)).toHaveLength(13);
  });

  it("expects nothing of an answer where a refusal is expected", () => {
    const input = inputOf({ ...draftOf(question), expectsRefusal: true }, documents);
    expect(input).toMatchObject({ expectsRefusal: true, mustPass: true });
    expect(input).not.toHaveProperty("expectedPhrases");
    expect(input).not.toHaveProperty("expectedDocument");
  });

  it("starts with a wording that comes from elsewhere, and with nothing more", () => {
    const draft = draftOf(null, "What of Spain?");
    expect([draft.question, hasDetails(draft), hasDetails(draftOf(question))]).toEqual(["What of Spain?", false, true]);
  });

  it("keeps a document that is no longer there among the choices", () => {
    expect(choicesOf(documents, { id: "doc_2", name: "gone.md" }).map(({ name, pageCount }) => [name, pageCount])).toEqual([
      ["gone.md", null],
      ["leave.md", 3],
    ]);
    expect(choicesOf(documents, documents[0] ?? null)).toEqual(documents);
  });
});

import { describe, expect, it } from "vitest";

import { answerCopy } from "@/components/chat/answer-copy";
import { expectedDraft, expectedInput, placesOf } from "@/components/chat/expected-draft";
import { expectedPhrases } from "@/components/chat/expected-phrases";
import type { ChatAnswer, Citation } from "@/lib/engine/contract";

const cited = (index: number, quote: string, page = 1): Citation => ({ index, documentId: "doc_1", documentName: "hr/leave.md", page, quote, start: 0, end: quote.length, score: 0.8 });

function answered(...citations: Citation[]): ChatAnswer {
  const answer = citations.map(({ quote, index }) => `${quote.replace(/\s+/g, " ")} [${index}]`).join("\n\n");
  return {
    answer, refused: false, grounding: "answered", mode: "extractive", label: "From your uploaded documents", citations, confidence: 0.8, sessionId: "ses_1", messageId: "msg_1",
    indexedAt: "2026-11-23T10:00:00Z", tookMs: 1,
  };
}

describe("expectedPhrases", () => {
  it.each([
    ["You can expense up to $500/month for a coworking space.", "$500"],
    ["Everyone gets 15 days\n of paid leave each year.", "15 days"],
    ["The fee is 3.5 % of the total, due at once.", "3.5 %"],
    ["Desks may be moved, but the lamps may not.", "Desks may be moved"],
  ])("offers first what %j is about", (quote, phrase) => {
    expect(expectedPhrases(answered(cited(1, quote)))[0]).toBe(phrase);
  });

  it("offers only what the answer holds, each once, and six at most", () => {
    const quote = "One of 10 days, two of 20 days, three of 30 days, four of 40 days, five of 50 days, six of 60 days, seven of 70 days.";
    const answer = answered(cited(1, quote), cited(2, quote));
    expect(expectedPhrases(answer)).toEqual(["10 days", "20 days", "30 days", "40 days", "50 days", "60 days"]);
    expect(expectedPhrases({ ...answer, answer: "Ten days, then 20 days. [1]" })).toEqual(["20 days"]);
  });

  it("offers nothing of a refusal", () => {
    expect(expectedPhrases({ ...answered(), answer: "Your documents do not answer this question.", refused: true, grounding: "refused" })).toEqual([]);
  });
});

describe("what is expected", () => {
  it("is the first cited page and the first phrase, unless the person chooses otherwise", () => {
    const answer = answered(cited(1, "Everyone gets 15 days.", 3), cited(2, "In Spain 20 days.", 3), cited(3, "Ask early.", 4));
    const draft = expectedDraft("How many days?", answer);
    expect(placesOf(answer).map(({ page }) => page)).toEqual([3, 4]);
    expect(expectedInput(draft, false)).toEqual({
      question: "How many days?", expectedPhrases: ["15 days"], expectedDocument: { id: "doc_1", name: "hr/leave.md" }, expectedPage: 3,
    });
    expect(expectedInput({ ...draft, place: null, written: " 20 days \n\n15 days" }, false)).toEqual({
      question: "How many days?", expectedPhrases: ["15 days", "20 days"], expectedDocument: null, expectedPage: null,
    });
  });

  it("is only a refusal for a refusal", () => {
    expect(expectedInput(expectedDraft("Why?", answered()), true)).toEqual({ question: "Why?", expectsRefusal: true });
  });
});

describe("answerCopy", () => {
  it("holds the answer, its label and its sources", () => {
    expect(answerCopy(answered(cited(1, "Everyone gets\n15 days.", 3)))).toBe(
      "Everyone gets 15 days. [1]\n\nFrom your uploaded documents\n[1] hr/leave.md, page 3: “Everyone gets 15 days.”",
    );
    expect(answerCopy({ ...answered(), answer: "No.", label: null })).toBe("No.");
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";

import { groundingOf } from "@/lib/engine/answer/grounding";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { readQuestion } from "@/lib/engine/search/question/read-question";
import type { RankedPassage } from "@/lib/engine/search/ranking/rank-passages";

/** A passage of sentences of which the first fits best. */
function ranked(sentences: readonly string[], more: Partial<RankedPassage> = {}): RankedPassage {
  const text = sentences.join(" ");
  const spans = sentences.map((sentence) => ({ start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length, context: "", vector: new Int8Array(384) }));
  return {
    passage: { chunkId: "chk_1", documentId: "doc_1", documentName: "notes.md", page: 1, start: 0, text, context: [], sentences: spans, model: BUILT_IN, indexedAt: null },
    fused: 0.6,
    closest: 0.6,
    wording: 0,
    strength: 1.8,
    sentences: spans.map((_, index) => ({ index, score: index === 0 ? 0.8 : 0.2, closeness: 0.5, wording: 0, label: 0 })),
    missingYears: [],
    turn: undefined,
    ...more,
  };
}

const confidence = (asked: string, passage: RankedPassage) => groundingOf(readQuestion(asked), [passage], 1000).confidence;

it("trusts a passage less whose best sentence lacks the name that is asked about, and least where the passage lacks it", () => {
  const asked = "When did the engineer Osterfeld retire?";
  const bySentence = confidence(asked, ranked(["Osterfeld retired in June.", "The hall was closed."]));
  const elsewhere = confidence(asked, ranked(["The engineer retired in June.", "Osterfeld was hired."]));
  const nowhere = confidence(asked, ranked(["The engineer retired in June.", "The hall was closed."]));
  expect(bySentence).toBeGreaterThan(elsewhere);
  expect(elsewhere).toBeGreaterThan(nowhere);
});

it("takes an identifier for another one unless all its numbers are there", () => {
  const asked = "What stands behind INV-2024-0042?";
  const whole = confidence(asked, ranked(["The bill INV-2024-0042 is for chairs."]));
  expect(confidence(asked, ranked(["The bill INV 2024 0042 is for chairs."]))).toBe(whole);
  expect(confidence(asked, ranked(["The bill INV-2024-0041 is for chairs."]))).toBeLessThan(whole);
});

it("does not trust a passage more for the question's own wording", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (wording) => {
      const worded = ranked(["The bill is for chairs."], { wording, strength: 1.8 + 0.25 * wording });
      expect(confidence("What is the bill for?", worded)).toBeCloseTo(confidence("What is the bill for?", ranked(["The bill is for chairs."])), 6);
    }),
  );
});

it("refuses without a passage", () => {
  expect(groundingOf(readQuestion("What is the bill for?"), [], 0)).toEqual({ kind: "refused", confidence: 0 });
});

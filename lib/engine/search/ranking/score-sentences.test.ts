import { expect, it } from "vitest";

import { readQuestion } from "@/lib/engine/search/question/read-question";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import { sentenceScorer } from "@/lib/engine/search/ranking/score-sentences";

const TEXT = "Total assets | 15,803";

function scoreIn(documentName: string, asked: string): number {
  const passage: Passage = {
    chunkId: "chk_1",
    documentId: "doc_1",
    documentName,
    page: 1,
    start: 0,
    text: TEXT,
    context: [],
    sentences: [{ start: 0, end: TEXT.length, context: "", vector: new Int8Array(384) }],
    model: BUILT_IN,
    indexedAt: null,
  };
  const question = readQuestion(asked);
  return sentenceScorer(question, new Map(question.terms.map((term) => [term, 1])))(passage)[0]?.score ?? 0;
}

it("finds a name of two words in a document's name that writes them as one", () => {
  const asked = "total assets of Good Harbour";
  expect(scoreIn("GOODHARBOUR_2023.pdf", asked)).toBeGreaterThan(scoreIn("OTHERHARBOUR_2023.pdf", asked));
  expect(scoreIn("GOODHARBOUR_2023.pdf", asked)).toBe(scoreIn("HARBOURGOOD_2023.pdf", asked));
});

import { expectedPhrases } from "@/components/chat/expected-phrases";
import type { ChatAnswer, Citation } from "@/lib/engine/contract";
import type { GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** A place that can be expected: a page of a document. */
export type Place = Pick<Citation, "documentId" | "documentName" | "page">;

/** What is to be expected, while it is being chosen. */
export interface ExpectedDraft {
  question: string;
  /** Null for any document. */
  place: Place | null;
  phrases: readonly string[];
  /** More phrases, one a line. */
  written: string;
}

/** The draft to start from: the first cited page, and the first phrase. */
export function expectedDraft(question: string, answer: ChatAnswer): ExpectedDraft {
  return { question, place: placesOf(answer)[0] ?? null, phrases: expectedPhrases(answer).slice(0, 1), written: "" };
}

/** The cited pages, each once, in the order of their citations. */
export function placesOf({ citations }: ChatAnswer): Place[] {
  return citations.filter((one, number) => citations.findIndex((other) => isSamePlace(one, other)) === number);
}

/** Whether two places are one page of one document. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.documentId === other.documentId && one.page === other.page;
}

/** What is sent: for a refusal only that. */
export function expectedInput({ question, place, phrases, written }: ExpectedDraft, refused: boolean): GoldenQuestionInput {
  if (refused) return { question, expectsRefusal: true };
  const lines = written.split("\n").map((line) => line.trim());
  return {
    question,
    expectedPhrases: [...new Set([...phrases, ...lines])].filter((phrase) => phrase !== ""),
    expectedDocument: place === null ? null : { id: place.documentId, name: place.documentName },
    expectedPage: place?.page ?? null,
  };
}

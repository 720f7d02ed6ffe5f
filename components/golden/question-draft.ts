import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** A question while it is being written. */
export interface QuestionDraft {
  question: string;
  expectsRefusal: boolean;
  /** One phrase a line. */
  phrases: string;
  /** Empty for any document. */
  documentId: string;
  /** Empty for any page. */
  page: string;
}

/** The draft to start from. */
export function draftOf(question: GoldenQuestion | null): QuestionDraft {
  return {
    question: question?.question ?? "",
    expectsRefusal: question?.expectsRefusal ?? false,
    phrases: question?.expectedPhrases.join("\n") ?? "",
    documentId: question?.expectedDocument?.id ?? "",
    page: question?.expectedPage?.toString() ?? "",
  };
}

/** What is sent; `known` gives the chosen document its name. */
export function inputOf(draft: QuestionDraft, known: readonly { id: string; name: string }[]): GoldenQuestionInput {
  if (draft.expectsRefusal) return { question: draft.question, expectsRefusal: true };
  const chosen = known.find(({ id }) => id === draft.documentId);
  return {
    question: draft.question,
    expectedPhrases: linesOf(draft.phrases),
    expectedDocument: chosen === undefined ? null : { id: chosen.id, name: chosen.name },
    expectedPage: draft.page.trim() === "" ? null : Number(draft.page),
  };
}

/** The documents to choose from: those that can be cited, and the named one when it is no longer among them. */
export function choicesOf(
  documents: readonly CitableDocument[],
  named: { id: string; name: string } | null,
): (Omit<CitableDocument, "pageCount"> & { pageCount: number | null })[] {
  if (named === null || documents.some(({ id }) => id === named.id)) return [...documents];
  return [{ ...named, pageCount: null }, ...documents];
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** A question while it is being written; lists are one item a line, and what is empty is not expected. */
export interface QuestionDraft {
  question: string;
  wordings: string;
  expectsRefusal: boolean;
  phrases: string;
  forbidden: string;
  reference: string;
  opinion: "none" | "shown" | "counts";
  /** Empty for any document. */
  documentId: string;
  /** Empty for any page. */
  page: string;
  tags: string;
  /** Empty for nobody. */
  ownerId: string;
  notes: string;
  weight: string;
  mustPass: boolean;
}

/** The draft to start from; `wording` is what a new question asks already. */
export function draftOf(question: GoldenQuestion | null, wording = ""): QuestionDraft {
  return {
    question: question?.question ?? wording,
    wordings: question?.wordings.join("\n") ?? "",
    expectsRefusal: question?.expectsRefusal ?? false,
    phrases: question?.expectedPhrases.join("\n") ?? "",
    forbidden: question?.forbiddenPhrases.join("\n") ?? "",
    reference: question?.referenceAnswer ?? "",
    opinion: question?.modelOpinion ?? "none",
    documentId: question?.expectedDocument?.id ?? "",
    page: question?.expectedPage?.toString() ?? "",
    tags: question?.tags.join(", ") ?? "",
    ownerId: question?.ownerId ?? "",
    notes: question?.notes ?? "",
    weight: question?.weight.toString() ?? "1",
    mustPass: question?.mustPass ?? false,
  };
}

/** What is sent; `known` gives the chosen document its name. */
export function inputOf(draft: QuestionDraft, known: readonly { id: string; name: string }[]): GoldenQuestionInput {
  const beside = {
    question: draft.question,
    wordings: itemsOf(draft.wordings, "\n"),
    tags: itemsOf(draft.tags, ","),
    ownerId: draft.ownerId === "" ? null : draft.ownerId,
    notes: draft.notes,
    weight: Number(draft.weight),
    mustPass: draft.mustPass,
  };
  if (draft.expectsRefusal) return { ...beside, expectsRefusal: true };
  const chosen = known.find(({ id }) => id === draft.documentId);
  return {
    ...beside,
    expectedPhrases: itemsOf(draft.phrases, "\n"),
    forbiddenPhrases: itemsOf(draft.forbidden, "\n"),
    referenceAnswer: draft.reference.trim() === "" ? null : draft.reference,
    modelOpinion: draft.reference.trim() === "" ? "none" : draft.opinion,
    expectedDocument: chosen === undefined ? null : { id: chosen.id, name: chosen.name },
    expectedPage: draft.page.trim() === "" ? null : Number(draft.page),
  };
}

/** Whether a draft says more than what is shown at first. */
export function hasDetails({ wordings, forbidden, reference, tags, ownerId, notes, weight, mustPass }: QuestionDraft): boolean {
  return [wordings, forbidden, reference, tags, ownerId, notes].some((text) => text !== "") || weight !== "1" || mustPass;
}

/** The documents to choose from: those that can be cited, and the named one when it is no longer among them. */
export function choicesOf(
  documents: readonly CitableDocument[],
  named: { id: string; name: string } | null,
): (Omit<CitableDocument, "pageCount"> & { pageCount: number | null })[] {
  if (named === null || documents.some(({ id }) => id === named.id)) return [...documents];
  return [{ ...named, pageCount: null }, ...documents];
}

function itemsOf(text: string, between: string): string[] {
  return text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

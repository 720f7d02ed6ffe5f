import type { CitableDocument } from "@/lib/portal/golden/citable-documents";

/** A person of the organisation who can answer for a question. */
export interface Answerable {
  id: string;
  name: string;
}

/** What a question can be written with. */
export interface QuestionWriting {
  documents: readonly CitableDocument[];
  people: readonly Answerable[];
}

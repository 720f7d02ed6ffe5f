import type { Passage } from "@/lib/engine/search/ranking/passage";
import { termsOf } from "@/lib/platform/words/terms";

/** A passage behind its document's name and its headings: all that a reader of it knows. */
export function wholeText({ documentName, context, text }: Passage): string {
  return [documentName, ...context, text].join("\n");
}

/** The index terms of a {@link wholeText}. */
export function wholeTerms(passage: Passage): Set<string> {
  return new Set(termsOf(wholeText(passage)));
}

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

/** The index terms of one of a passage's sentences, with what stands over it: its header or lead, the headings and the document's name. */
export function sentenceTerms({ documentName, context, text, start, sentences }: Passage, index: number | undefined): Set<string> {
  const sentence = index === undefined ? undefined : sentences[index];
  const own = sentence === undefined ? [] : [sentence.context, text.slice(sentence.start - start, sentence.end - start)];
  return new Set(termsOf([documentName, ...context, ...own].join("\n")));
}

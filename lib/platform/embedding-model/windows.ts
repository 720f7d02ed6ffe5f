import { LONGEST_INPUT } from "@/lib/platform/embedding-model/minilm-graph";
import { MARK, type Tokenise } from "@/lib/platform/embedding-model/tokens";

/** A text that the model reads sentence by sentence, behind the context that it belongs to (a document's name, headings), outermost first. */
export interface Embeddable {
  text: string;
  context: readonly string[];
  /** Where the text begins in what the sentences' spans count in. */
  start: number;
  /** Spans, and what a sentence alone does not say, such as the headers of a table's row. */
  sentences: readonly { start: number; end: number; context?: string }[];
}

/** One input of the model: some of a chunk's sentences behind the chunk's context. */
export interface Window {
  /** Index of the chunk among the drafts. */
  chunk: number;
  ids: number[];
  /** Where each sentence's tokens stand in `ids`, end exclusive. */
  sentences: { index: number; start: number; end: number }[];
}

/** The context (document and headings) takes at most this many tokens, the innermost headings first. */
const LONGEST_CONTEXT = 48;
/** A sentence takes at most this many tokens; the rest of a longer one is read by its words alone. */
const LONGEST_SENTENCE = 256;

/**
 * A chunk's inputs: one, unless its sentences do not fit in the model's length together. Each begins with the chunk's
 * context, so that a passage is understood as part of its document.
 */
export function windowsOf(tokenise: Tokenise, draft: Embeddable, chunk: number): Window[] {
  const opening = [MARK.start, ...contextTokens(tokenise, draft.context)];
  const windows: Window[] = [];
  let window: Window | undefined;
  draft.sentences.forEach((sentence, index) => {
    const ids = tokenise(draft.text.slice(sentence.start - draft.start, sentence.end - draft.start)).slice(0, LONGEST_SENTENCE);
    if (window === undefined || window.ids.length + ids.length >= LONGEST_INPUT) {
      window = { chunk, ids: [...opening], sentences: [] };
      windows.push(window);
    }
    window.sentences.push({ index, start: window.ids.length, end: window.ids.length + ids.length });
    window.ids.push(...ids);
  });
  for (const { ids } of windows) ids.push(MARK.end);
  return windows;
}

function contextTokens(tokenise: Tokenise, context: readonly string[]): number[] {
  const ids: number[] = [];
  for (const line of [...context].reverse()) {
    const words = tokenise(`${line}.`);
    if (ids.length + words.length > LONGEST_CONTEXT) break;
    ids.unshift(...words);
  }
  return ids;
}

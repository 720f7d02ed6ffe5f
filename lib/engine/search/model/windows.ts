import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { LONGEST_INPUT } from "@/lib/engine/search/model/minilm-graph";
import { MARK, type Tokenise } from "@/lib/engine/search/model/tokens";

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
export function windowsOf(tokenise: Tokenise, draft: ChunkDraft, chunk: number): Window[] {
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

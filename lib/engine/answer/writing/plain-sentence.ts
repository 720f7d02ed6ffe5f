import type { WrittenSentence } from "@/lib/engine/answer/writing/sentence-buffer";

/** A model's sentence as plain text without marks, and the passages that it names, each once. */
export interface PlainSentence {
  text: string;
  cited: number[];
}

const MARK = /[[【]\s*(\d{1,3}(?:\s*,\s*\d{1,3})*)\s*[\]】]/gu;
const IMAGE = /!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/gu;
const LINK = /\[([^\]]*)\](?:\([^)]*\)?|\[[^\]]*\])/gu;
/** A tag, a comment or what may become one: up to its end, or to the end of the text. */
const TAG = /<[a-z!/?][^>]*(?:>|$)/giu;
const LIST_MARK = /^\s*(?:[-*+•>#]+|\d{1,2}[.)])\s+/u;
const EMPHASIS = /[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** Characters that show nothing, or turn the text around. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** Takes marks, Markdown and HTML out of a model's sentence: what is left holds no link, no image and no tag. */
export function plainSentence({ raw }: Pick<WrittenSentence, "raw">): PlainSentence {
  const cited = [...raw.matchAll(MARK)].flatMap(([, numbers]) => (numbers ?? "").split(",").map(Number));
  return { text: plain(raw.replace(UNSEEN, " ").replace(MARK, " ")), cited: [...new Set(cited)] };
}

function plain(text: string): string {
  // One taking away can leave what the next one takes: `<<b>b>`. No pass makes the text longer.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(IMAGE, " ").replace(LINK, "$1").replace(TAG, " ").replace(LIST_MARK, "").replace(EMPHASIS, "");
    // Brackets that are left could make a link or a mark together with what comes next.
    text = text.replace(/[[\]【】]/gu, "").replace(/\s+/gu, " ").replace(/ (?=[.,;:!?。！？])/gu, "").trim();
  }
  return text;
}

import { type Quote, textOf } from "@/lib/engine/answer/quote";

/**
 * The answer's text: the quotes with folded white space, each with its mark `[n]` counting from `first`, behind an opening if
 * there is one. A quote of another passage begins a new paragraph.
 */
export function composeAnswer(quotes: readonly Quote[], opening = "", first = 1): string {
  const pieces = quotes.map((quote, index) => `${gapBefore(quotes[index - 1], quote)}${textOf(quote).replace(/\s+/gu, " ").trim()} [${first + index}]`);
  return [opening, pieces.join("")].filter((part) => part !== "").join(" ");
}

function gapBefore(before: Quote | undefined, quote: Quote): string {
  if (before === undefined) return "";
  return before.passage.chunkId === quote.passage.chunkId ? " " : "\n\n";
}

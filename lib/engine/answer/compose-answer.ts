import { citedBy, type Quote, textOf } from "@/lib/engine/answer/quote";
import { CELL_SEPARATOR, printedLines } from "@/lib/platform/words/printed-lines";

/**
 * The answer's text: the quotes with folded white space, rows and items on lines of their own, each quote with its mark `[n]` and those of the
 * quotes that are alike, counting from `first`, behind an opening if there is one. A quote of another passage begins a new paragraph.
 */
export function composeAnswer(quotes: readonly Quote[], opening = "", first = 1): string {
  const texts = quotes.map((quote) => printedLines(textOf(quote)));
  let next = first;
  const marks = quotes.map((quote) => citedBy([quote]).map(() => `[${next++}]`).join(""));
  const pieces = texts.map((text, index) => `${gapBefore(quotes, texts, index)}${text} ${marks[index] ?? ""}`);
  return [opening, pieces.join("")].filter((part) => part !== "").join(lines(texts[0] ?? "") > 1 ? "\n\n" : " ");
}

function gapBefore(quotes: readonly Quote[], texts: readonly string[], index: number): string {
  const [before, quote] = [quotes[index - 1], quotes[index]];
  if (before === undefined || quote === undefined) return "";
  if (before.passage.chunkId !== quote.passage.chunkId) return "\n\n";
  const [above, below] = [texts[index - 1] ?? "", texts[index] ?? ""];
  if (above.includes(CELL_SEPARATOR) !== below.includes(CELL_SEPARATOR)) return "\n\n";
  return lines(above) > 1 || lines(below) > 1 || below.includes(CELL_SEPARATOR) ? "\n" : " ";
}

function lines(text: string): number {
  return text.split("\n").length;
}

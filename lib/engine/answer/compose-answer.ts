import { type Quote, textOf } from "@/lib/engine/answer/quote";
import { CELL_SEPARATOR } from "@/lib/engine/ingest/parsed";

/** How an item of a list begins. */
const ITEM = /^(?:[-*•·–]|\d{1,3}[.)])\s/u;

/**
 * The answer's text: the quotes with folded white space, rows and items on lines of their own, each quote with its mark `[n]` counting
 * from `first`, behind an opening if there is one. A quote of another passage begins a new paragraph.
 */
export function composeAnswer(quotes: readonly Quote[], opening = "", first = 1): string {
  const texts = quotes.map((quote) => legible(textOf(quote)));
  const pieces = texts.map((text, index) => `${gapBefore(quotes, texts, index)}${text} [${first + index}]`);
  return [opening, pieces.join("")].filter((part) => part !== "").join(lines(texts[0] ?? "") > 1 ? "\n\n" : " ");
}

/** A stretch of a page without the breaks that only its layout has. */
function legible(text: string): string {
  const [head = "", ...rest] = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim()).filter((line) => line !== "");
  return rest.reduce((whole, line, index) => `${whole}${breaksBetween(index === 0 ? head : (rest[index - 1] ?? ""), line) ? "\n" : " "}${line}`, head);
}

function breaksBetween(line: string, next: string): boolean {
  return line.includes(CELL_SEPARATOR) || next.includes(CELL_SEPARATOR) || ITEM.test(next);
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

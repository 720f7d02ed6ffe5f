import type { PageBlock } from "@/lib/engine/contract";

/** What stands between the cells of a row in a page's text. */
const BAR = " | ";

/** The cells of a table's row, with where each begins in the page's text. */
export function cellsOf({ text, start }: Pick<PageBlock, "text" | "start">): { text: string; start: number }[] {
  let at = start;
  return text.split(BAR).map((cell) => {
    const place = { text: cell, start: at };
    at += cell.length + BAR.length;
    return place;
  });
}

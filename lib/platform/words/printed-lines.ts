/** What stands between the cells of a table's row in a page's text. */
export const CELL_SEPARATOR = " | ";

/** How an item of a list begins. */
const ITEM = /^(?:[-*•·–]|\d{1,3}[.)])\s/u;

/** A stretch of a page without the breaks that only its layout has: rows and items keep lines of their own. */
export function printedLines(text: string): string {
  const [head = "", ...rest] = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim()).filter((line) => line !== "");
  return rest.reduce((whole, line, index) => `${whole}${breaksBetween(index === 0 ? head : (rest[index - 1] ?? ""), line) ? "\n" : " "}${line}`, head);
}

function breaksBetween(line: string, next: string): boolean {
  return line.includes(CELL_SEPARATOR) || next.includes(CELL_SEPARATOR) || ITEM.test(next);
}

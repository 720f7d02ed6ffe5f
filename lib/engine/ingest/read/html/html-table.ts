import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { inlineText } from "@/lib/engine/ingest/read/html/html-blocks";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";

const WIDEST_SPAN = 100;

/** A table's caption, header and rows as blocks; a table inside a cell counts as that cell's text. */
export function* blocksOfTable(table: Element): Generator<DraftBlock> {
  const caption = foldSpaces(table.querySelector("caption")?.textContent ?? "");
  if (caption !== "") yield { kind: "paragraph", text: caption };
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  const grid = gridOf(rows);
  yield* tableRows(grid, headerRowCount(rows));
}

/** The cells with spans written out: a cell over two rows stands in both, one over two columns in the first of them. */
function gridOf(rows: readonly Element[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of [...row.children].filter(isCell)) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const text = foldSpaces(inlineText(cell));
      const [down, across] = [spanOf(cell, "rowspan"), spanOf(cell, "colspan")];
      for (let y = rowIndex; y < Math.min(rowIndex + down, rows.length); y += 1) {
        for (let x = column; x < column + across; x += 1) {
          const line = grid[y];
          if (line !== undefined) line[x] = x === column ? text : "";
        }
      }
      column += across;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? ""));
}

function spanOf(cell: Element, name: "rowspan" | "colspan"): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, WIDEST_SPAN) : 1;
}

/** Rows in `thead`, or leading rows of `th` cells alone; where neither is there, a first row in bold above others that are not. */
function headerRowCount(rows: readonly Element[]): number {
  const isHeader = (row: Element) => row.parentElement?.localName === "thead" || [...row.children].filter(isCell).every((cell) => cell.localName === "th");
  const body = rows.findIndex((row) => !isHeader(row));
  if (body > 0) return body;
  const [first, ...others] = rows;
  return first !== undefined && isBold(first) && others.some((row) => !isBold(row)) ? 1 : 0;
}

/** Whether all the text of a row's cells is bold, and there is some in each. */
function isBold(row: Element): boolean {
  return [...row.children].filter(isCell).every((cell) => {
    const text = foldSpaces(cell.textContent ?? "");
    const bold = [...cell.querySelectorAll("strong, b")].map((part) => part.textContent ?? "").join(" ");
    return text !== "" && foldSpaces(bold).replace(/ /g, "") === text.replace(/ /g, "");
  });
}

function isCell(element: Element): boolean {
  return element.localName === "td" || element.localName === "th";
}

import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";
import { attributeOf, childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** Cells and rows may be repeated by number; a table that anybody reads has no more of them in a row. */
const MOST_REPEATED = 100;
const WIDEST = 2_000;

/** The rows of a table, those of groups too, each with whether it stands in the header. */
export function* rowsIn(table: XmlElement, inHeader = false): Generator<{ row: XmlElement; header: boolean }> {
  for (const child of childrenOf(table)) {
    if (child.name === "table-row") yield { row: child, header: inHeader };
    else if (/^table-(?:header-rows|rows|row-group)$/.test(child.name)) yield* rowsIn(child, inHeader || child.name === "table-header-rows");
  }
}

/** The cells of a row, those repeated by number each as often; covered ones are undefined. */
export function cellsIn(row: XmlElement): (XmlElement | undefined)[] {
  const cells: (XmlElement | undefined)[] = [];
  for (const cell of childrenOf(row)) {
    if (cell.name !== "table-cell" && cell.name !== "covered-table-cell") continue;
    const count = repeated(cell, "number-columns-repeated", cell.children.length === 0 ? WIDEST : MOST_REPEATED);
    for (let index = 0; index < count && cells.length < WIDEST; index += 1) cells.push(cell.name === "table-cell" ? cell : undefined);
  }
  return cells;
}

/** How often something stands in a row, as a number-…-repeated or -spanned attribute says, at most so often. */
export function repeated(element: XmlElement, attribute: string, most = MOST_REPEATED): number {
  return Math.min(most, Math.max(1, Number(attributeOf(element, attribute) ?? 1) || 1));
}

/** A table in a text: its rows with their header. What spans several rows stands in each of them. */
export function* odfTable(table: XmlElement, textOf: (cell: XmlElement) => string): Generator<DraftBlock> {
  const rows = [...rowsIn(table)];
  const above: { text: string; rows: number }[] = [];
  const grid = rows.map(({ row }) =>
    cellsIn(row).map((cell, column) => {
      const open = above[column];
      if (cell === undefined && open !== undefined && open.rows > 1) {
        open.rows -= 1;
        return open.text;
      }
      const text = cell === undefined ? "" : textOf(cell);
      above[column] = { text, rows: cell === undefined ? 1 : repeated(cell, "number-rows-spanned") };
      return text;
    }),
  );
  yield* tableRows(grid, rows.filter(({ header }) => header).length);
}

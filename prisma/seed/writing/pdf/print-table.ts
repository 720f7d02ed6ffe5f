import { type Paper, PAPER, TEXT_WIDTH } from "@/prisma/seed/writing/pdf/paper";
import { wrap } from "@/prisma/seed/writing/pdf/wrap";

const CELL = { size: 9.5, leading: 12.5, padding: 6 };
/** No column is narrower than this, in points. */
const NARROWEST = 48;
const BELOW = 14;

/** Prints a table: a shaded header, again on each page it goes on to, and a thin line under every row. */
export function printTable(paper: Paper, [header = [], ...body]: readonly string[][]): void {
  const widths = columnWidths(paper, [header, ...body]);
  const first = body[0] === undefined ? 0 : heightOf(linesOf(paper, body[0], widths, false));
  const head = linesOf(paper, header, widths, true);
  paper.need(heightOf(head) + first);
  printRow(paper, head, widths, true);
  for (const row of body) {
    const cells = linesOf(paper, row, widths, false);
    const page = paper.pages;
    paper.need(heightOf(cells));
    if (paper.pages > page) printRow(paper, head, widths, true);
    printRow(paper, cells, widths, false);
  }
  paper.top += BELOW;
}

type CellLines = readonly string[];

function linesOf(paper: Paper, row: readonly string[], widths: readonly number[], bold: boolean): CellLines[] {
  return row.map((text, column) => {
    const width = (widths[column] ?? NARROWEST) - 2 * CELL.padding;
    return wrap(paper, [{ text, bold }], { size: CELL.size, width }).map((pieces) => pieces.map((piece) => piece.text).join(" "));
  });
}

function heightOf(cells: readonly CellLines[]): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * CELL.leading + 2 * CELL.padding;
}

function printRow(paper: Paper, cells: readonly CellLines[], widths: readonly number[], bold: boolean): void {
  const height = heightOf(cells);
  if (bold) paper.shade(height);
  let x = PAPER.margin;
  cells.forEach((lines, column) => {
    lines.forEach((line, index) => paper.print(line, x + CELL.padding, { size: CELL.size, bold }, paper.top + CELL.padding + index * CELL.leading));
    x += widths[column] ?? NARROWEST;
  });
  paper.top += height;
  paper.rule();
}

/** Shares the width by the columns' contents: the longest word fits, and long texts get more than short ones. */
function columnWidths(paper: Paper, rows: readonly string[][]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
  const widthOf = (text: string) => paper.widthOf(text, { size: CELL.size, bold: true }) + 2 * CELL.padding + 1;
  const least = columns.map((cells) => Math.max(NARROWEST, ...cells.flatMap((cell) => cell.split(" ").map(widthOf))));
  const wish = columns.map((cells) => Math.max(...cells.map(widthOf)));
  const spare = TEXT_WIDTH - least.reduce((sum, width) => sum + width, 0);
  const more = wish.map((width, column) => Math.sqrt(Math.max(0, width - (least[column] ?? 0))));
  const total = more.reduce((sum, width) => sum + width, 0);
  return least.map((width, column) => width + (total === 0 ? spare / least.length : (spare * (more[column] ?? 0)) / total));
}

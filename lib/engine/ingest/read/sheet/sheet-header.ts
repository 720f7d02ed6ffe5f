import type { SheetCell, SheetRow } from "@/lib/engine/ingest/read/sheet/sheet-row";

const LONGEST_NAME = 120;
/** From this many columns on, a row of names above rows of words is taken for a header without further signs. */
const TELLING_COLUMNS = 3;

/** The cells of a row that hold something of their own. */
export function filledCells(row: SheetRow): SheetCell[] {
  return row.cells.filter((cell) => cell.text !== "" && cell.repeats !== true);
}

/**
 * Whether a row names the columns of what follows. `below` are the next rows; a row of names is told by its weight, by
 * numbers under words, or by its width.
 */
export function isHeader(row: SheetRow, [next, ...later]: readonly SheetRow[]): boolean {
  if (next === undefined || next.number > row.number + 1 || !hasNames(row)) return false;
  if (spansColumns(row) && hasNames(next)) return true;
  const names = filledCells(row);
  if (names.every((cell) => cell.bold) && !filledCells(next).every((cell) => cell.bold)) return true;
  if ([next, ...later].some((other) => numbersUnderNames(row, other))) return true;
  return names.length >= TELLING_COLUMNS && new Set(names.map((cell) => cell.text)).size === names.length;
}

/** Whether a header goes on in the next row: groups of columns above their names. */
export function continuesHeader(row: SheetRow, next: SheetRow | undefined): boolean {
  return next !== undefined && next.number === row.number + 1 && spansColumns(row) && hasNames(next);
}

/** The name of each column: its header cells from top to bottom. */
export function columnNames(rows: readonly SheetRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => [...new Set(rows.map((row) => row.cells[column]?.text ?? ""))].filter((text) => text !== "").join(" "));
}

/** Two cells or more, all of them words, years or dates, and words among them. */
function hasNames(row: SheetRow): boolean {
  const cells = filledCells(row);
  return cells.length >= 2 && cells.every(isName) && cells.some((cell) => cell.kind === "text");
}

function isName({ text, kind }: SheetCell): boolean {
  if (text.length > LONGEST_NAME) return false;
  return kind !== "number" || /^(?:19|20)\d\d$/.test(text);
}

function spansColumns(row: SheetRow): boolean {
  return row.cells.some((cell) => cell.repeats === true);
}

function numbersUnderNames(header: SheetRow, row: SheetRow): boolean {
  return row.cells.some((cell, column) => cell.kind !== "text" && cell.text !== "" && header.cells[column]?.kind === "text" && header.cells[column].text !== "");
}

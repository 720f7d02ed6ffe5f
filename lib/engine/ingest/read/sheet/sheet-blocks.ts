import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { columnNames, continuesHeader, filledCells, isHeader } from "@/lib/engine/ingest/read/sheet/sheet-header";
import type { SheetRow } from "@/lib/engine/ingest/read/sheet/sheet-row";
import { joinCells } from "@/lib/engine/ingest/read/table-rows";

/** How many rows are looked at to tell a header. */
const ROWS_AHEAD = 3;
const LONGEST_TITLE = 100;

/**
 * The blocks of a sheet: its name, titles over its tables, and every row by itself as "Header: value; Header: value". A
 * table ends where rows are left empty; what follows may have a header of its own. An empty sheet has no blocks.
 */
export function* sheetBlocks(name: string, rows: Iterable<SheetRow>): Generator<DraftBlock> {
  let header: SheetRow[] = [];
  let names: string[] = [];
  let headerGoesOn = false;
  let open = true;
  let before: SheetRow | undefined;
  for (const [row, ...ahead] of windowsOf(filledRows(rows))) {
    if (row === undefined) continue;
    if (before === undefined) yield { kind: "heading", level: 1, text: name };
    else if (row.number > before.number + 1) open = true;
    if (headerGoesOn || (open && filledCells(row).length > 1 && isHeader(row, ahead))) {
      header = headerGoesOn ? [...header, row] : [row];
      names = columnNames(header);
      headerGoesOn = continuesHeader(row, ahead[0]);
      open = false;
      yield headerBlock(row);
    } else if (open && filledCells(row).length === 1) {
      yield titleBlock(row, ahead[0]);
    } else {
      open = false;
      yield rowBlock(row, names);
    }
    before = row;
  }
}

/** Each row with the few that follow it. */
function* windowsOf(rows: Iterable<SheetRow>): Generator<SheetRow[]> {
  const held: SheetRow[] = [];
  for (const row of rows) {
    held.push(row);
    if (held.length <= ROWS_AHEAD) continue;
    yield [...held];
    held.shift();
  }
  for (; held.length > 0; held.shift()) yield [...held];
}

function* filledRows(rows: Iterable<SheetRow>): Generator<SheetRow> {
  for (const row of rows) if (filledCells(row).length > 0) yield row;
}

/** A cell alone above a table is its title; alone above other such cells it is a line of text, unless it is bold. */
function titleBlock(row: SheetRow, next: SheetRow | undefined): DraftBlock {
  const [cell] = filledCells(row);
  const text = foldSpaces(cell?.text ?? "");
  const over = cell?.bold === true || (next !== undefined && filledCells(next).length > 1);
  const title = over && cell?.kind === "text" && text.length <= LONGEST_TITLE && !/[.:;]$/.test(text);
  return title ? { kind: "heading", level: 2, text } : { kind: "paragraph", text };
}

function headerBlock(row: SheetRow): DraftBlock {
  return { kind: "table-row", text: joinCells(filledCells(row).map((cell) => foldSpaces(cell.text))) };
}

function rowBlock(row: SheetRow, names: readonly string[]): DraftBlock {
  const cells = row.cells.map((cell, column) => ({ text: cell.repeats === true ? "" : foldSpaces(cell.text), name: foldSpaces(names[column] ?? "") })).filter(({ text }) => text !== "");
  if (cells.every(({ name }) => name === "")) return { kind: "table-row", text: joinCells(cells.map(({ text }) => text)) };
  return { kind: "table-row", text: cells.map(({ text, name }) => (name === "" ? text : `${name}: ${text}`)).join("; ") };
}

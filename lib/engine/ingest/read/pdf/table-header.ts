import type { PrintedRow, Segment } from "@/lib/engine/ingest/read/pdf/printed-rows";
import type { TableRow } from "@/lib/engine/ingest/read/pdf/tables";
import { boxAround, overlap } from "@/lib/engine/ingest/read/pdf/text-run";

const MOST_HEADER_ROWS = 5;
const UNITS = /(?:\b(?:to|million|billion|thousand|bn|mn|m|k|x|bps|pts?|pp)\b|(?<=\d)[BMKx])\.?/gi;
const AMOUNT = /^[\d.,$€£¥%()[\]+–—\-/~*\s]*\d[\d.,$€£¥%()[\]+–—\-/~*\s]*$|^[-–—*]+$|^N\/?[AM]$/i;
const YEARS = /^(?:(?:19|20)\d{2}\b[\s/–-]*)+$/;
const DAY = /^\d{1,2},$/;

/** What the cells of a table's column stand for. */
export interface ColumnNames {
  /** The header over a cell, empty if there is none. */
  nameOf(cell: readonly Segment[]): string;
}

/** A number, an amount, a range, a percentage or the dash that stands for none; no years or days, which name columns. */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text.replace(UNITS, "")) && !YEARS.test(text) && !DAY.test(text);
}

/**
 * How many printed rows at the top are the header: those before the first row with an amount, as long as the rows have
 * amounts at all; in a table of words the first row, if it is bold and the next is not.
 */
export function headerRowsOf(rows: readonly PrintedRow[]): number {
  const firstAmounts = rows.findIndex((row) => row.segments.some((segment) => isAmount(segment.text)));
  if (firstAmounts > 0) return trimSection(rows, Math.min(firstAmounts, MOST_HEADER_ROWS));
  if (firstAmounts === 0) return 0;
  const [first, second] = rows;
  return first?.bold === true && second?.bold === false ? 1 : 0;
}

/** A single line at the left right over the first amounts names a section, not a column. */
function trimSection(rows: readonly PrintedRow[], count: number): number {
  const left = Math.min(...rows.map((row) => row.x0));
  let header = count;
  while (header > 0) {
    const row = rows[header - 1];
    if (row === undefined || row.segments.length > 1 || row.x0 > left + 2 * row.size) break;
    header -= 1;
  }
  return header;
}

/** Matches header cells to the columns below by where they stand. */
export function columnNamesOf(header: readonly PrintedRow[], body: readonly TableRow[]): ColumnNames {
  const cells = header.flatMap((row) => row.segments);
  const columns = columnsOf(body);
  const names = columns.map((column) => cells.filter((cell) => isOver(cell, column, columns)).map((cell) => cell.text).join(" "));
  return {
    nameOf(cell) {
      const box = boxAround(cell);
      return names[columns.findIndex((column) => overlap(column.x0, column.x1, box.x0, box.x1) > 0)] ?? "";
    },
  };
}

interface Column {
  x0: number;
  x1: number;
}

/** The columns of amounts: cells of all rows whose extents touch. */
function columnsOf(body: readonly TableRow[]): Column[] {
  const cells = body.flatMap((row) => row.cells.slice(1)).filter((cell) => cell.length > 0).map(boxAround);
  const columns: Column[] = [];
  for (const { x0, x1 } of cells.sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** A header stands over every column it overlaps, and over the nearest one if it overlaps none. */
function isOver(cell: Segment, column: Column, columns: readonly Column[]): boolean {
  if (columns.some((other) => overlap(other.x0, other.x1, cell.x0, cell.x1) > 0)) return overlap(column.x0, column.x1, cell.x0, cell.x1) > 0;
  const distance = (other: Column) => Math.min(Math.abs(cell.x1 - other.x0), Math.abs(other.x1 - cell.x0));
  return columns.every((other) => distance(column) <= distance(other));
}

import { joinCells } from "@/lib/engine/ingest/read/table-rows";
import type { LaidBlock, LaidPiece } from "@/lib/engine/ingest/read/pdf/laid-block";
import type { PrintedRow, Segment } from "@/lib/engine/ingest/read/pdf/printed-rows";
import { type ColumnNames, columnNamesOf, headerRowsOf, isAmount } from "@/lib/engine/ingest/read/pdf/table-header";
import { boxAround } from "@/lib/engine/ingest/read/pdf/text-run";

/** A row of the table with the printed lines that belong to it: cells from left to right, each with its pieces from top to bottom. */
export interface TableRow {
  cells: Segment[][];
}

/** A line space up to this many font sizes keeps two printed lines in one cell. */
const SAME_CELL_PITCH = 1.7;
const LONGEST_NAME = 120;
/** Labels that begin so much further right than their section's name are indented, in PDF points; what is further off stands in another column. */
const INDENT = 2;
const MOST_INDENT = 40;

/** The rows below a label of its own. */
interface Section {
  name: string;
  /** Where its name begins, in PDF points from the left. */
  x0: number;
  /** Its rows so far are indented. */
  isIndented: boolean;
}

/** Builds the rows of a table from its printed rows: wrapped cells joined, header and section names as context. */
export function tableBlocks(printed: readonly PrintedRow[]): LaidBlock[] {
  const headerRows = headerRowsOf(printed);
  const header = printed.slice(0, headerRows);
  const body = joinWrapped(printed.slice(headerRows));
  const names = columnNamesOf(header, body);
  const blocks = header.map((row) => rowBlock({ cells: row.segments.map((segment) => [segment]) }, ""));
  let section: Section | undefined;
  for (const row of body) {
    const [label = []] = row.cells;
    const isLabel = row.cells.length === 1 && !isAmount(textOf(label));
    section = isLabel ? { name: textOf(label), x0: boxAround(label).x0, isIndented: false } : sectionOf(section, label);
    blocks.push(rowBlock(row, isLabel ? "" : joinCells([section?.name ?? "", contextOf(row, names)])));
  }
  return blocks;
}

/** The section that a row belongs to: the last one, unless its rows are indented and this one is not. */
function sectionOf(section: Section | undefined, label: readonly Segment[]): Section | undefined {
  if (section === undefined || label.length === 0 || isAmount(textOf(label))) return section;
  const indent = boxAround(label).x0 - section.x0;
  if (indent > MOST_INDENT) return section;
  if (indent > INDENT) return { ...section, isIndented: true };
  return section.isIndented ? undefined : section;
}

function contextOf(row: TableRow, names: ColumnNames): string {
  // A row of a table without amounts may have a long text over it: names are short.
  return joinCells(row.cells.map((cell) => names.nameOf(cell)).filter((name, index, all) => name.length <= LONGEST_NAME && all.indexOf(name) === index));
}

function rowBlock(row: TableRow, context: string): LaidBlock {
  const pieces: LaidPiece[] = [];
  for (const cell of row.cells) {
    cell.forEach((part, index) => {
      const before = pieces.length === 0 ? "" : index === 0 ? " | " : " ";
      pieces.push({ text: part.text, box: part, before });
    });
  }
  return { kind: "table-row", pieces, ...(context === "" ? {} : { context }) };
}

/** Puts the second lines of wrapped cells to the row they belong to. */
function joinWrapped(printed: readonly PrintedRow[]): TableRow[] {
  const rows: TableRow[] = [];
  let previous: PrintedRow | undefined;
  for (const row of printed) {
    const last = rows.at(-1);
    const close = previous !== undefined && row.y0 - previous.y0 <= SAME_CELL_PITCH * row.size;
    if (last !== undefined && close && continues(last, row)) addTo(last, row);
    else rows.push({ cells: row.segments.map((segment) => [segment]) });
    previous = row;
  }
  return rows;
}

function continues(last: TableRow, row: PrintedRow): boolean {
  if (row.segments.some((segment) => isAmount(segment.text))) return isWrappedLabel(last, row);
  const [first] = row.segments;
  const [label] = last.cells;
  if (first === undefined || label === undefined) return false;
  const columns = row.segments.map((segment) => columnUnder(last, segment));
  if (columns.some((column) => column === -1)) return false;
  // Text under a later column only, or a first column that goes on in small letters.
  return columns[0] === 0 ? /^\p{Ll}/u.test(first.text) : last.cells.length > 1;
}

/** "Changes in operating assets," over "net of acquired assets … 198": a label without amounts that goes on below. */
function isWrappedLabel(last: TableRow, row: PrintedRow): boolean {
  const [label = []] = last.cells;
  return last.cells.length === 1 && !/[:.]$/.test(textOf(label)) && /^\p{Ll}/u.test(row.segments[0]?.text ?? "");
}

function addTo(last: TableRow, row: PrintedRow): void {
  for (const segment of row.segments) {
    const cell = last.cells[columnUnder(last, segment)];
    if (cell === undefined) last.cells.push([segment]);
    else cell.push(segment);
  }
}

/** The cell of the row above that a segment stands under, or -1. */
function columnUnder(row: TableRow, segment: Segment): number {
  return row.cells.findIndex((cell) => cell.some((part) => part.x0 < segment.x1 && part.x1 > segment.x0));
}

function textOf(cell: readonly Segment[]): string {
  return cell.map((part) => part.text).join(" ");
}

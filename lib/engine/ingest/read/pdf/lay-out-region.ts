import type { LaidBlock } from "@/lib/engine/ingest/read/pdf/laid-block";
import { paragraphs, type ProseContext, type ProseLine } from "@/lib/engine/ingest/read/pdf/paragraphs";
import { printedRows, type PrintedRow } from "@/lib/engine/ingest/read/pdf/printed-rows";
import { isAmount } from "@/lib/engine/ingest/read/pdf/table-header";
import { tableBlocks } from "@/lib/engine/ingest/read/pdf/tables";
import { boxAround, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** A line alone between rows of cells belongs to the table if it is narrower than this share of the region. */
const NARROW = 0.72;
/** Rows farther apart than this many font sizes are no neighbours. */
const NEIGHBOURS = 3.5;

/** What a region is judged by beyond its own lines. */
export interface RegionContext extends ProseContext {
  rightToLeft: boolean;
}

/** The blocks of one region (a column, or the full width of a page) from top to bottom. */
export function layOutRegion(runs: readonly TextRun[], context: RegionContext): LaidBlock[] {
  const rows = printedRows(runs, context.rightToLeft);
  const tabular = rowsInTables(rows);
  const blocks: LaidBlock[] = [];
  let from = 0;
  for (let index = 1; index <= rows.length; index += 1) {
    if (index < rows.length && tabular[index] === tabular[from]) continue;
    const stretch = rows.slice(from, index);
    blocks.push(...(tabular[from] === true ? tableBlocks(stretch) : paragraphs(stretch.map(lineOf), context)));
    from = index;
  }
  return blocks;
}

/** Which rows belong to tables: rows of several cells, and short lines between two of them (labels, wrapped cells). */
function rowsInTables(rows: readonly PrintedRow[]): boolean[] {
  const width = rows.length === 0 ? 0 : widthOf(boxAround(rows));
  const celled = rows.map((row, index) => row.segments.length > 1 && !isLoneLine(rows, index));
  return rows.map((row, index) => {
    if (celled[index] === true) return true;
    const before = celled[index - 1] === true || celled[index - 2] === true;
    const after = celled[index + 1] === true || celled[index + 2] === true;
    const near = closeTo(row, rows[index - 1]) && closeTo(row, rows[index + 1]);
    return before && after && near && widthOf(row) < NARROW * width;
  });
}

/** Words far apart on a line with no such line near it (a centred title, a signature) are no table; amounts are. */
function isLoneLine(rows: readonly PrintedRow[], index: number): boolean {
  const row = rows[index];
  if (row === undefined || row.segments.some((segment) => isAmount(segment.text))) return false;
  const near = [index - 2, index - 1, index + 1, index + 2].map((at) => rows[at]);
  return near.every((other) => other === undefined || other.segments.length === 1 || !closeTo(row, other));
}

function closeTo(row: PrintedRow, other: PrintedRow | undefined): boolean {
  return other !== undefined && Math.abs(other.y0 - row.y0) < NEIGHBOURS * Math.max(row.size, other.size);
}

function lineOf(row: PrintedRow): ProseLine {
  const { x0, y0, x1, y1, size, bold } = row;
  return { x0, y0, x1, y1, size, bold, text: row.segments.map((segment) => segment.text).join(" ") };
}

function widthOf(box: { x0: number; x1: number }): number {
  return box.x1 - box.x0;
}

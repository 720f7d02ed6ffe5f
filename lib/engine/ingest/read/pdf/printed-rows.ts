import { type Box, boxAround, overlap, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Neighbouring runs of one row that read as one: a cell of a table, or the whole line of a paragraph. */
export interface Segment extends Box {
  text: string;
  size: number;
  bold: boolean;
}

/** What is printed on one height of a region, from left to right. */
export interface PrintedRow extends Box {
  segments: Segment[];
  /** The largest font size in it, in points. */
  size: number;
  /** All of it is bold. */
  bold: boolean;
}

/** Runs that overlap in height by this share of the lower one stand in one row (superscripts included). */
const SAME_ROW = 0.5;

/** A gap wider than this many font sizes separates cells; a word space is a quarter to a third of one. */
const CELL_GAP = 1.1;
const WORD_GAP = 0.1;

/** Marks of list items: bullets, numbers, letters. `o`, `§` and private-use characters are bullets of symbol fonts that lost their font. */
const BULLET = /^(?:[•●▪◦‣○■□➢❖·*–\-o§☐☑☒✓✔➔➤\ue000-\uf8ff]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/;
const CURRENCY = /^\(?[$€£¥]$/;
const AMOUNT = /^[\d(—–-]/;
const CLOSER = /^[%)]+$/;

/** Groups the runs of a region into rows, top to bottom, and joins in each row what belongs together, in reading order. */
export function printedRows(runs: readonly TextRun[], rightToLeft = false): PrintedRow[] {
  const rows: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1)) {
    const row = rows.slice(-3).find((candidate) => candidate.some((other) => sameHeight(run, other)));
    if (row === undefined) rows.push([run]);
    else row.push(run);
  }
  return rows.map((row) => (rightToLeft ? mirrored(row) : rowOf(row))).sort((a, b) => a.y0 - b.y0);
}

function sameHeight(a: Box, b: Box): boolean {
  return overlap(a.y0, a.y1, b.y0, b.y1) >= SAME_ROW * Math.min(a.y1 - a.y0, b.y1 - b.y0);
}

function rowOf(runs: readonly TextRun[]): PrintedRow {
  const segments: Segment[] = [];
  for (const run of [...runs].sort((a, b) => a.x0 - b.x0)) {
    const last = segments.at(-1);
    const joint = last === undefined ? undefined : jointBetween(last, run, segments.length === 1);
    if (last === undefined || joint === undefined) segments.push({ ...run });
    else segments[segments.length - 1] = joined(last, run, joint);
  }
  return {
    ...boxAround(segments),
    segments,
    size: Math.max(...segments.map((segment) => segment.size)),
    bold: segments.every((segment) => segment.bold),
  };
}

/** In right-to-left text the first cell stands at the right: the row is joined in a mirror. */
function mirrored(runs: readonly TextRun[]): PrintedRow {
  const flip = <Item extends Box>(item: Item): Item => ({ ...item, x0: -item.x1, x1: -item.x0 });
  const row = rowOf(runs.map(flip));
  return { ...flip(row), segments: row.segments.map(flip) };
}

/** What stands between two neighbours that read as one, or undefined if they are two cells. */
function jointBetween(left: Segment, right: TextRun, first: boolean): string | undefined {
  if (CURRENCY.test(left.text) && AMOUNT.test(right.text)) return "";
  if (CLOSER.test(right.text)) return "";
  if (right.startsCell === true) return undefined;
  if (first && BULLET.test(left.text)) return " ";
  const gap = right.x0 - left.x1;
  const size = Math.max(left.size, right.size);
  if (gap > CELL_GAP * size) return undefined;
  return gap > WORD_GAP * size ? " " : "";
}

function joined(left: Segment, right: TextRun, joint: string): Segment {
  return { ...boxAround([left, right]), text: left.text + joint + right.text, size: Math.max(left.size, right.size), bold: left.bold && right.bold };
}

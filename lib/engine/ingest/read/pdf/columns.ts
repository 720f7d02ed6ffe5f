import { besideLarge } from "@/lib/engine/ingest/read/pdf/beside-large";
import { printedRows, type PrintedRow } from "@/lib/engine/ingest/read/pdf/printed-rows";
import { boxAround, overlap, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Columns narrower or shorter than this are chance. */
const FEWEST_ROWS = 3;
/** The head of a table can look like prose beside a figure, but not for this many rows. */
const FEWEST_BESIDE_FIGURE = 5;
/** No run may come closer than this to the middle of a gutter, in points. */
const GUTTER_MARGIN = 3;
const NARROWEST_GUTTER = 7;
const MOST_GUTTERS = 40;
const DEEPEST = 10;
/** Prose has rows of at least this many characters in the middle, this share of them letters. */
const PROSE_LENGTH = 18;
const PROSE_LETTERS = 0.7;
/** From this share on the rows of two sides stand on common heights. */
const COMMON = 0.8;

interface Split {
  above: TextRun[];
  left: TextRun[];
  right: TextRun[];
  below: TextRun[];
  rows: number;
}

/**
 * Cuts a page into regions in reading order: what stands over columns, the columns one after the other, what stands
 * below. A gutter counts where no run crosses it over several rows and what it parts are columns of text or text beside a
 * figure; the columns of a table, whose rows stand on common heights, stay together.
 */
export function readingOrder(runs: readonly TextRun[], rightToLeft = false, depth = 0): TextRun[][] {
  if (runs.length === 0) return [];
  const split = depth < DEEPEST ? (bestSplit(runs) ?? besideLarge(runs)) : undefined;
  if (split === undefined) return [[...runs]];
  const columns = rightToLeft ? [split.right, split.left] : [split.left, split.right];
  return [split.above, ...columns, split.below].flatMap((part) => readingOrder(part, rightToLeft, depth + 1));
}

function bestSplit(runs: readonly TextRun[]): Split | undefined {
  const sorted = [...runs].sort((a, b) => a.y0 - b.y0);
  const splits = gutters(sorted).flatMap((x) => splitsAt(sorted, x));
  return splits.reduce<Split | undefined>((best, split) => (best === undefined || split.rows > best.rows ? split : best), undefined);
}

/** Middles of the gaps between neighbours on one height, the most frequent first. */
function gutters(runs: readonly TextRun[]): number[] {
  const counts = new Map<number, number>();
  for (const row of printedRows(runs)) {
    row.segments.forEach((segment, index) => {
      const next = row.segments[index + 1];
      if (next === undefined || next.x0 - segment.x1 < NARROWEST_GUTTER) return;
      for (const x of [segment.x1 + GUTTER_MARGIN + 0.5, (segment.x1 + next.x0) / 2, next.x0 - GUTTER_MARGIN - 0.5]) {
        const rounded = Math.round(x / 2) * 2;
        counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
      }
    });
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_GUTTERS).map(([x]) => x);
}

/** Every stretch of the page in which no run crosses `x` and which holds columns on both sides of it. */
function splitsAt(runs: readonly TextRun[], x: number): Split[] {
  const splits: Split[] = [];
  let from = 0;
  for (let index = 0; index <= runs.length; index += 1) {
    const run = runs[index];
    const crosses = run === undefined || (run.x0 < x + GUTTER_MARGIN && run.x1 > x - GUTTER_MARGIN);
    if (!crosses) continue;
    const stretch = runs.slice(from, index);
    const [left, right] = [stretch.filter((part) => part.x1 <= x), stretch.filter((part) => part.x0 >= x)];
    const rows = columnRows(left, right);
    if (rows > 0) splits.push({ above: runs.slice(0, from), left, right, below: runs.slice(index), rows });
    from = index + 1;
  }
  return splits;
}

/** How many rows the two columns have, or 0 if they are none. */
function columnRows(left: readonly TextRun[], right: readonly TextRun[]): number {
  if (left.length < FEWEST_ROWS || right.length < FEWEST_ROWS) return 0;
  const sides = [printedRows(left), printedRows(right)] as const;
  const [a, b] = [boxAround(left), boxAround(right)];
  const common = overlap(a.y0, a.y1, b.y0, b.y1);
  if (sides.some((rows) => rows.length < FEWEST_ROWS) || common < 0.4 * Math.min(a.y1 - a.y0, b.y1 - b.y0)) return 0;
  const [top, bottom] = [Math.max(a.y0, b.y0), Math.min(a.y1, b.y1)];
  const inCommon = sides.map((rows) => rows.filter((row) => row.y1 > top && row.y0 < bottom)).sort((one, other) => one.length - other.length);
  const [fewer = [], more = []] = inCommon;
  const apart = areColumns({
    prose: sides.map(isProse),
    filled: sides.map(isFilled),
    commonHeights: onCommonHeights(fewer, more),
    fewer: fewer.length,
    more: more.length,
  });
  return apart ? sides[0].length + sides[1].length : 0;
}

interface Sides {
  prose: readonly boolean[];
  filled: readonly boolean[];
  /** The share of the rows of the side with fewer that stand on a height of the other. */
  commonHeights: number;
  /** The rows of each side on the heights that both have. */
  fewer: number;
  more: number;
}

/**
 * Two sides of prose are columns, unless their rows stand on common heights and do not fill their side, or one has clearly
 * fewer rows: then they are a table with long cells. Prose beside something else (a figure, a chart) is a column if it
 * fills its side and the rows of the two stand on heights of their own.
 */
function areColumns({ prose, filled, commonHeights, fewer, more }: Sides): boolean {
  if (prose.every(Boolean)) return commonHeights < COMMON || (filled.every(Boolean) && fewer >= 0.75 * more);
  return fewer >= FEWEST_BESIDE_FIGURE && prose.some((is, side) => is && filled[side] === true) && commonHeights < 0.5;
}

/** Most rows of prose reach nearly to the edge of their column, and there are enough of them to tell. */
function isFilled(rows: readonly PrintedRow[]): boolean {
  const width = Math.max(...rows.map((row) => row.x1)) - Math.min(...rows.map((row) => row.x0));
  return rows.length > FEWEST_ROWS && rows.filter((row) => row.x1 - row.x0 >= 0.7 * width).length >= rows.length / 2;
}

/** The longest segments of the rows are lines of words rather than labels and numbers. */
function isProse(rows: readonly PrintedRow[]): boolean {
  const longest = rows.map((row) => row.segments.map((segment) => segment.text).reduce((a, b) => (b.length > a.length ? b : a)));
  const lengths = longest.map((text) => text.length).sort((a, b) => a - b);
  const all = rows.flatMap((row) => row.segments.map((segment) => segment.text)).join("").replace(/\s/g, "");
  const letters = all.replace(/[^\p{L}\p{M}]/gu, "").length;
  const least = /[\u3040-\u9fff\uac00-\ud7af]/.test(all) ? PROSE_LENGTH / 2 : PROSE_LENGTH;
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= least && letters >= PROSE_LETTERS * all.length;
}

/** The share of rows that stand on the height of a row of the other side. */
function onCommonHeights(rows: readonly PrintedRow[], others: readonly PrintedRow[]): number {
  const middle = (row: PrintedRow) => (row.y0 + row.y1) / 2;
  const matched = rows.filter((row) => others.some((other) => Math.abs(middle(row) - middle(other)) < 0.25 * row.size));
  return matched.length / rows.length;
}

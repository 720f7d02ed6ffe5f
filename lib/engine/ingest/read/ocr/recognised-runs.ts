import type { Line, Word } from "tesseract.js";

import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { boxAround, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Words less certain than this are dirt, lines and drawings more often than words. */
const LEAST_WORD = 45;
const LEAST_LINE = 50;
/** A gap wider than this many font sizes parts the cells of a table; OCR spaces vary more than printed ones. */
const CELL_GAP = 1.6;
const LINE_HEIGHT = 1.25;
/** Heights of lines this near to the usual one are the same font. */
const SAME_FONT = 0.22;

/** The recognised lines as runs for the layout of pages; `scale` is points a pixel. */
export function recognisedRuns(lines: readonly Line[], scale: number): TextRun[] {
  const kept = lines.filter((line) => line.confidence >= LEAST_LINE && /[\p{L}\p{N}]/u.test(line.text));
  const usual = middle(kept.map(heightOf));
  return kept.flatMap((line) => {
    const height = Math.abs(heightOf(line) - usual) <= SAME_FONT * usual ? usual : heightOf(line);
    return runsOf(line, height).map((run) => scaled(run, scale));
  });
}

function runsOf(line: Line, height: number): TextRun[] {
  const size = height / LINE_HEIGHT;
  const groups: Word[][] = [];
  for (const word of line.words.filter((one) => one.confidence >= LEAST_WORD && foldSpaces(one.text) !== "")) {
    const before = groups.at(-1)?.at(-1);
    if (before === undefined || word.bbox.x0 - before.bbox.x1 > CELL_GAP * size) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  return groups.map((words) => {
    const { x0, x1 } = boxAround(words.map((word) => word.bbox));
    return { text: foldSpaces(words.map((word) => word.text).join(" ")), x0, x1, y0: line.bbox.y0, y1: line.bbox.y1, size, bold: false, rotation: 0 };
  });
}

function heightOf(line: Line): number {
  return line.rowAttributes.rowHeight > 0 ? line.rowAttributes.rowHeight : line.bbox.y1 - line.bbox.y0;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function scaled(run: TextRun, scale: number): TextRun {
  return { ...run, x0: run.x0 * scale, y0: run.y0 * scale, x1: run.x1 * scale, y1: run.y1 * scale, size: run.size * scale };
}

import type { TextItem } from "@llamaindex/liteparse";

import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { logicalOrder } from "@/lib/engine/ingest/read/pdf/right-to-left";

/** A rectangle in PDF points from the page's top left. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A piece of one printed line, as the PDF library hands it out: unbroken by columns or wide gaps. */
export interface TextRun extends Box {
  text: string;
  /** Font size in points. */
  size: number;
  bold: boolean;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  rotation: number;
  /** Known to begin a cell of its own, however near its neighbour stands. */
  startsCell?: boolean;
}

const BOLD_FONT = /bold|black|heavy|demi/i;
/** A line of text is about this many times as high as its font size. */
const LINE_HEIGHT = 1.1;

/** Tables set the currency's sign at the left of the column, away from the amount. */
const SPACED_SIGN = /([$€£¥])\s+(?=[\d(])/g;

/** The visible text runs of a page. */
export function textRuns(items: readonly TextItem[]): TextRun[] {
  return items.flatMap((item) => {
    const text = logicalOrder(foldSpaces(item.text)).replace(SPACED_SIGN, "$1");
    if (text === "" || item.width <= 0 || item.height <= 0) return [];
    const rotation = (Math.round((item.rotation ?? 0) / 90) * 90 + 360) % 360;
    const run: TextRun = {
      text,
      x0: item.x,
      y0: item.y,
      x1: item.x + item.width,
      y1: item.y + item.height,
      size: fontSize(item, rotation),
      bold: BOLD_FONT.test(item.fontName ?? "") || (item.fontWeight ?? 400) >= 600,
      rotation,
    };
    return amountsApart(run);
  });
}

/** Fonts scaled by the text matrix state a size of 1 or so; the height of the line tells better then. */
function fontSize(item: TextItem, rotation: number): number {
  const lineHeight = rotation % 180 === 0 ? item.height : item.width;
  const stated = item.fontSize ?? 0;
  const plausible = stated > 0.5 * lineHeight && stated < 2 * lineHeight;
  return plausible ? stated : lineHeight / LINE_HEIGHT;
}

const AMOUNTS = /^(?:[$€£¥]?\s*\(?[$€£¥]?\s*(?:[\d.,]*\d|[-–—])[)%]*\s+){1,}[$€£¥]?\s*\(?[$€£¥]?\s*(?:(?:[\d.,]*\d|[-–—])[)%]*)?\s*[$€£¥]?$/;
const ONE_AMOUNT = /[$€£¥]?\s*\(?[$€£¥]?\s*(?:[\d.,]*\d|[-–—])[)%]*|[$€£¥]/g;

/**
 * Cells of neighbouring columns that came as one run ("198 $ 430 $ 106"), and the next column's currency sign at the end of
 * a run, are parted again, their places by their share of the characters.
 */
function amountsApart(run: TextRun): TextRun[] {
  if (run.rotation !== 0) return [run];
  if (AMOUNTS.test(run.text)) return [...run.text.matchAll(ONE_AMOUNT)].map((match) => partOf(run, match[0], match.index));
  const sign = /\s[$€£¥]$/.exec(run.text);
  return sign === null ? [run] : [partOf(run, run.text.slice(0, sign.index), 0), partOf(run, sign[0], sign.index)];
}

function partOf(run: TextRun, piece: string, at: number): TextRun {
  const perCharacter = (run.x1 - run.x0) / run.text.length;
  const text = piece.trim();
  const x0 = run.x0 + (at + piece.length - piece.trimStart().length) * perCharacter;
  return { ...run, text, x0, x1: x0 + text.length * perCharacter, startsCell: at > 0 };
}

/** The smallest rectangle around all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map((box) => box.x0)),
    y0: Math.min(...boxes.map((box) => box.y0)),
    x1: Math.max(...boxes.map((box) => box.x1)),
    y1: Math.max(...boxes.map((box) => box.y1)),
  };
}

/** How far two stretches of one axis lie in each other, in points. */
export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
}

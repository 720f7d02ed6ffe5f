import { printedWidth } from "@/components/viewer/passage/character-widths";
import { sharedSpan, type Span } from "@/components/viewer/passage/span";
import type { DocumentPage, PageBlock } from "@/lib/engine/contract";

/** A rectangle on a page: left, top, right, bottom, in PDF points from the page's top left. */
export type PassageBox = [x0: number, y0: number, x1: number, y1: number];

/** What the boxes of a passage are made of. */
export type LaidPage = Pick<DocumentPage, "width" | "height" | "blocks">;

interface Marked {
  block: PageBlock;
  box: PassageBox;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
/** Cells of one row stand in the text with a bar between them. */
const BETWEEN_CELLS = " | ".length;
/** Two cells stand side by side when they share this much of the lower one's height. */
const SIDE_BY_SIDE = 0.5;

/**
 * The rectangles that mark a passage on its page: one for each printed line it touches, narrowed where it begins or ends within the
 * line, and one for each row of a table. Empty for a page without a layout and for a passage that no line prints.
 */
export function passageBoxes({ width, height, blocks }: LaidPage, span: Span): PassageBox[] {
  if (width === null || height === null) return [];
  const boxes: PassageBox[] = [];
  let previous: Marked | undefined;
  for (const marked of blocks.flatMap((block) => markedPart(block, span, [0, 0, width, height]))) {
    const last = boxes.at(-1);
    if (previous !== undefined && last !== undefined && inOneRow(previous, marked)) boxes[boxes.length - 1] = around(last, marked.box);
    else boxes.push(marked.box);
    previous = marked;
  }
  return boxes;
}

/** The part of a line that the passage covers, as far as it lies on the page. */
function markedPart(block: PageBlock, span: Span, page: PassageBox): Marked[] {
  const shared = sharedSpan(block, span);
  if (block.bbox === null || shared === undefined) return [];
  const text = block.text.slice(shared.start - block.start, shared.end - block.start);
  if (text.trim() === "") return [];
  const before = block.text.slice(0, shared.start - block.start) + text.slice(0, text.length - text.trimStart().length);
  const box = within(narrowed(block.bbox, block.text, before, text.trim()), page);
  return box === undefined ? [] : [{ block, box }];
}

function narrowed([x0, y0, x1, y1]: PassageBox, line: string, before: string, part: string): PassageBox {
  const whole = printedWidth(line);
  // A line that is printed upwards or downwards does not say where it begins.
  const upright = x1 - x0 >= y1 - y0 || line.length <= 2;
  const share = printedWidth(part) / whole;
  if (!upright || !(share > 0)) return [x0, y0, x1, y1];
  const from = Math.min(printedWidth(before) / whole, 1 - share) * (x1 - x0);
  const to = from + share * (x1 - x0);
  const mirrored = (line.match(RIGHT_TO_LEFT)?.length ?? 0) > line.length / 2;
  return mirrored ? [x1 - to, y0, x1 - from, y1] : [x0 + from, y0, x0 + to, y1];
}

function within([x0, y0, x1, y1]: PassageBox, [left, top, right, bottom]: PassageBox): PassageBox | undefined {
  const box: PassageBox = [Math.max(x0, left), Math.max(y0, top), Math.min(x1, right), Math.min(y1, bottom)];
  return box[0] < box[2] && box[1] < box[3] ? box : undefined;
}

function inOneRow(left: Marked, right: Marked): boolean {
  const cells = left.block.kind === "table-row" && right.block.kind === "table-row" && right.block.start - left.block.end === BETWEEN_CELLS;
  const [, top, , bottom] = left.box;
  const [, otherTop, , otherBottom] = right.box;
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return cells && shared >= SIDE_BY_SIDE * Math.min(bottom - top, otherBottom - otherTop);
}

function around(a: PassageBox, b: PassageBox): PassageBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

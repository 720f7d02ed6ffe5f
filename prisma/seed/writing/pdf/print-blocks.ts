import type { Block, Run } from "@/prisma/seed/writing/blocks";
import { type Paper, PAPER, TEXT_WIDTH } from "@/prisma/seed/writing/pdf/paper";
import { printTable } from "@/prisma/seed/writing/pdf/print-table";
import { wrap } from "@/prisma/seed/writing/pdf/wrap";

const BODY = { size: 10.5, leading: 15.5, below: 8 };
const ITEM = { indent: 18, below: 3 };
const HEADINGS = [
  { size: 22, leading: 27, above: 26, below: 14 },
  { size: 15, leading: 19, above: 20, below: 7 },
];
const LOWEST_HEADING = { size: 12, leading: 16, above: 13, below: 5 };
/** A heading is not left alone at the foot of a page: this much of what follows stands with it, in points. */
const KEPT_WITH_HEADING = 3 * BODY.leading;

/** Prints blocks one below the other, on as many pages as they take. `onHeading` is told the page's index of each. */
export function printBlocks(paper: Paper, blocks: readonly Block[], onHeading: (heading: { level: number; text: string }) => void = () => undefined): void {
  let previous: Block | undefined;
  for (const block of blocks) {
    if (previous?.kind === "item" && block.kind !== "item") paper.top += BODY.below - ITEM.below;
    if (block.kind === "heading") printHeading(paper, block, onHeading);
    else if (block.kind === "table") printTable(paper, block.rows);
    else if (block.kind === "item") printItem(paper, block);
    else printRuns(paper, block.runs, PAPER.margin, BODY.below);
    previous = block;
  }
}

function printHeading(paper: Paper, heading: { level: number; text: string }, onHeading: (heading: { level: number; text: string }) => void): void {
  const style = HEADINGS[heading.level - 1] ?? LOWEST_HEADING;
  const lines = wrap(paper, [{ text: heading.text, bold: true }], { size: style.size, width: TEXT_WIDTH });
  paper.need(style.above + lines.length * style.leading + style.below + KEPT_WITH_HEADING);
  if (!paper.isAtTop) paper.top += style.above;
  onHeading(heading);
  for (const line of lines) {
    for (const piece of line) paper.print(piece.text, PAPER.margin + piece.x, { size: style.size, bold: true });
    paper.top += style.leading;
  }
  paper.top += style.below;
}

function printItem(paper: Paper, { marker, runs }: { marker: string; runs: readonly Run[] }): void {
  paper.need(BODY.leading);
  paper.print(marker, PAPER.margin + 4, { size: BODY.size });
  printRuns(paper, runs, PAPER.margin + ITEM.indent, ITEM.below);
}

function printRuns(paper: Paper, runs: readonly Run[], left: number, below: number): void {
  for (const line of wrap(paper, runs, { size: BODY.size, width: PAPER.width - PAPER.margin - left })) {
    paper.need(BODY.leading);
    for (const piece of line) paper.print(piece.text, left + piece.x, { size: BODY.size, bold: piece.bold });
    paper.top += BODY.leading;
  }
  paper.top += below;
}

import { blocksOf, type Block, textOf } from "@/prisma/seed/writing/blocks";
import { Paper, PAPER } from "@/prisma/seed/writing/pdf/paper";
import { printBlocks } from "@/prisma/seed/writing/pdf/print-blocks";
import { finish, type Frame } from "@/prisma/seed/writing/pdf/write-pdf";

const ENTRY = { size: 10.5, leading: 19 };
const ENTRIES_A_PAGE = 32;

interface Entry {
  text: string;
  /** Counted from 0, without the pages in front. */
  page: number;
}

/**
 * A PDF with a title page, a table of contents and sections that each begin on a page of their own. The first of the texts is the
 * title page: its heading, and paragraphs below it.
 */
export async function writeBook([cover = "", ...sections]: readonly string[], frame: Frame): Promise<Uint8Array> {
  const paper = await Paper.create();
  const entries: Entry[] = [];
  sections.forEach((section, index) => {
    if (index > 0) paper.turn();
    printBlocks(paper, blocksOf(section), ({ level, text }) => {
      if (level === 1) entries.push({ text, page: paper.pages - 1 });
    });
  });
  printContents(paper, entries);
  paper.turn(0);
  printCover(paper, blocksOf(cover));
  return finish(paper, frame);
}

function printCover(paper: Paper, blocks: readonly Block[]): void {
  paper.top = 250;
  for (const block of blocks) {
    const isTitle = block.kind === "heading";
    const style = isTitle ? { size: 34, bold: true } : { size: 12, quiet: true };
    paper.print(isTitle ? block.text : block.kind === "paragraph" ? textOf(block.runs) : "", PAPER.margin, style);
    paper.top += isTitle ? 58 : 24;
  }
}

function printContents(paper: Paper, entries: readonly Entry[]): void {
  const leaves = Math.ceil(entries.length / ENTRIES_A_PAGE);
  for (let leaf = 0; leaf < leaves; leaf++) {
    paper.turn(leaf);
    printBlocks(paper, [{ kind: "heading", level: 1, text: leaf === 0 ? "Contents" : "Contents, continued" }]);
    for (const { text, page } of entries.slice(leaf * ENTRIES_A_PAGE, (leaf + 1) * ENTRIES_A_PAGE)) {
      // Behind the title page and these leaves.
      const number = String(page + 2 + leaves);
      paper.print(text, PAPER.margin, ENTRY);
      paper.print(number, PAPER.width - PAPER.margin - paper.widthOf(number, ENTRY), ENTRY);
      paper.top += ENTRY.leading;
    }
  }
}

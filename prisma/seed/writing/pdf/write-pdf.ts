import type { Block } from "@/prisma/seed/writing/blocks";
import { Paper, PAPER } from "@/prisma/seed/writing/pdf/paper";
import { printBlocks } from "@/prisma/seed/writing/pdf/print-blocks";

const FOOT = { size: 8.5, quiet: true };
const FOOT_TOP = PAPER.height - 44;

/** What stands around a document's own words. */
export interface Frame {
  /** At the foot of every page. */
  company: string;
  title: string;
}

/** A PDF of A4 pages with headings, paragraphs, lists and tables, and a numbered foot on every page. */
export async function writePdf(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
  const paper = await Paper.create();
  printBlocks(paper, blocks);
  return finish(paper, frame);
}

/** Numbers the pages, names the document and gives its bytes. */
export async function finish(paper: Paper, { company, title }: Frame): Promise<Uint8Array> {
  for (let page = 0; page < paper.pages; page++) {
    const number = `Page ${page + 1} of ${paper.pages}`;
    paper.goTo(page);
    paper.print(`${company} · ${title}`, PAPER.margin, FOOT, FOOT_TOP);
    paper.print(number, PAPER.width - PAPER.margin - paper.widthOf(number, FOOT), FOOT, FOOT_TOP);
  }
  paper.document.setTitle(title, { showInWindowTitleBar: true });
  paper.document.setAuthor(company);
  paper.document.setLanguage("en-GB");
  return paper.document.save();
}

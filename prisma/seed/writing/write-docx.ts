import { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

import type { Block, Run } from "@/prisma/seed/writing/blocks";
import type { Frame } from "@/prisma/seed/writing/pdf/write-pdf";

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const NUMBERED = "numbered";
const BULLET = "•";
/** In twentieths of a point. */
const SPACING = { after: 140, line: 290 };
const SHADE = "EFF0F2";

/** A Word document with headings, paragraphs, lists and tables, and a numbered foot on every page. */
export async function writeDocx(blocks: readonly Block[], { company, title }: Frame): Promise<Uint8Array> {
  const level = { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, style: { paragraph: { indent: { left: 480, hanging: 360 } } } };
  const document = new Document({
    title,
    creator: company,
    styles: { default: { document: { run: { font: "Calibri", size: 22 } } } },
    numbering: { config: [{ reference: NUMBERED, levels: [level] }] },
    sections: [{ children: withLists(blocks), footers: { default: footer(`${company} · ${title}`) } }],
  });
  return Packer.toBuffer(document);
}

function footer(words: string): Footer {
  const numbers = new TextRun({ children: [`${words} · Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size: 17 });
  return new Footer({ children: [new Paragraph({ children: [numbers] })] });
}

/** Each numbered list counts anew. */
function withLists(blocks: readonly Block[]): (Paragraph | Table)[] {
  let list = 0;
  return blocks.map((block, index) => {
    const previous = blocks[index - 1];
    if (block.kind === "item" && previous?.kind !== "item") list += 1;
    return partOf(block, list);
  });
}

function partOf(block: Block, list: number): Paragraph | Table {
  if (block.kind === "heading") return new Paragraph({ text: block.text, heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3, spacing: { before: 280, after: 120 } });
  if (block.kind === "table") return tableOf(block.rows);
  const paragraph = { children: wordsOf(block.runs), spacing: SPACING };
  if (block.kind === "paragraph") return new Paragraph(paragraph);
  if (block.marker === BULLET) return new Paragraph({ ...paragraph, bullet: { level: 0 } });
  return new Paragraph({ ...paragraph, numbering: { reference: NUMBERED, level: 0, instance: list } });
}

function wordsOf(runs: readonly Run[]): TextRun[] {
  return runs.map(({ text, bold }) => new TextRun({ text, bold }));
}

function tableOf(rows: readonly string[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, index) => new TableRow({ tableHeader: index === 0, cantSplit: true, children: row.map((text) => cellOf(text, index === 0)) })),
  });
}

function cellOf(text: string, header: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text, bold: header })] })],
    margins: { top: 70, bottom: 70, left: 110, right: 110 },
    ...(header ? { shading: { fill: SHADE } } : {}),
  });
}

import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";

/** A4 in points, and the margin on each side. */
export const PAPER = { width: 595.28, height: 841.89, margin: 68 };
/** The width of a line of text, in points. */
export const TEXT_WIDTH = PAPER.width - 2 * PAPER.margin;

const INK = { text: rgb(0.13, 0.14, 0.16), quiet: rgb(0.42, 0.44, 0.47), rule: rgb(0.8, 0.81, 0.83), shade: rgb(0.94, 0.945, 0.95) };

/** How a piece of text is set. */
export interface Style {
  /** In points. */
  size: number;
  bold?: boolean;
  quiet?: boolean;
}

/** Pages of a PDF that fill from top to bottom. Heights are in points from the page's top. */
export class Paper {
  private page: PDFPage;
  /** Where the next thing goes. */
  top = PAPER.margin;

  private constructor(
    readonly document: PDFDocument,
    private readonly fonts: { regular: PDFFont; bold: PDFFont },
  ) {
    this.page = document.addPage([PAPER.width, PAPER.height]);
  }

  /** A document with its first page. */
  static async create(): Promise<Paper> {
    const document = await PDFDocument.create();
    const [regular, bold] = [await document.embedFont(StandardFonts.Helvetica), await document.embedFont(StandardFonts.HelveticaBold)];
    return new Paper(document, { regular, bold });
  }

  /** How many pages there are. */
  get pages(): number {
    return this.document.getPageCount();
  }

  get isAtTop(): boolean {
    return this.top === PAPER.margin;
  }

  /** Goes on on a new page: the next one, or one that is put in before the page of that index. */
  turn(index = this.pages): void {
    this.page = this.document.insertPage(index, [PAPER.width, PAPER.height]);
    this.top = PAPER.margin;
  }

  /** Turns the page unless that height still fits on it. */
  need(height: number): void {
    if (this.top + height > PAPER.height - PAPER.margin) this.turn();
  }

  /** Goes back to a page to write on it, from its top. */
  goTo(index: number): void {
    this.page = this.document.getPage(index);
    this.top = PAPER.margin;
  }

  widthOf(text: string, { size, bold = false }: Style): number {
    return (bold ? this.fonts.bold : this.fonts.regular).widthOfTextAtSize(text, size);
  }

  /** Prints one line, `x` points from the left, with its top where `top` says. */
  print(text: string, x: number, style: Style, top = this.top): void {
    const font = style.bold === true ? this.fonts.bold : this.fonts.regular;
    this.page.drawText(text, { x, y: PAPER.height - top - style.size, size: style.size, font, color: style.quiet === true ? INK.quiet : INK.text });
  }

  /** A thin line across the text. */
  rule(top = this.top): void {
    const y = PAPER.height - top;
    this.page.drawLine({ start: { x: PAPER.margin, y }, end: { x: PAPER.width - PAPER.margin, y }, thickness: 0.6, color: INK.rule });
  }

  /** A shaded band across the text, for what is printed on it next. */
  shade(height: number): void {
    this.page.drawRectangle({ x: PAPER.margin, y: PAPER.height - this.top - height, width: TEXT_WIDTH, height, color: INK.shade });
  }
}

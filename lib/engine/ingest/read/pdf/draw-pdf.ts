import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";

/** For tests: something to print, in points from the page's top left. */
export interface Printed {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
}

/** For tests: a PDF of A4 pages (595 × 842 points) with these words printed on them. */
export async function drawPdf(pages: readonly (readonly Printed[])[], rotateDegrees = 0): Promise<Buffer> {
  const document = await PDFDocument.create();
  const fonts = { regular: await document.embedFont(StandardFonts.Helvetica), bold: await document.embedFont(StandardFonts.HelveticaBold) };
  for (const printed of pages) {
    const page = document.addPage([595, 842]);
    for (const piece of printed) print(page, piece, piece.bold === true ? fonts.bold : fonts.regular, rotateDegrees);
  }
  return Buffer.from(await document.save());
}

function print(page: PDFPage, { text, x, y, size = 10 }: Printed, font: PDFFont, rotateDegrees: number): void {
  // Turned by 90 degrees the words run from the bottom to the top of the page.
  if (rotateDegrees === 90) page.drawText(text, { x: y, y: x, size, font, rotate: degrees(90) });
  else page.drawText(text, { x, y: 842 - y - size, size, font });
}

/** For tests: the lines of a paragraph under each other, 12 points apart. */
export function lines(texts: readonly string[], x: number, y: number): Printed[] {
  return texts.map((text, index) => ({ text, x, y: y + index * 12 }));
}

import { inflateSync } from "node:zlib";

import { LiteParse } from "@llamaindex/liteparse";
import { PDFDocument } from "pdf-lib";

import { drawPdf, type Printed } from "@/lib/engine/ingest/read/pdf/draw-pdf";

/** For tests: an A4 page with these words, as a picture in PNG. */
export async function drawPicture(printed: readonly Printed[], dpi = 150): Promise<Buffer> {
  const [shot] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi }).screenshot(await drawPdf([printed]), [1]);
  if (shot === undefined) throw new Error("nothing was drawn");
  return shot.imageBuffer;
}

/** For tests: a PDF each page of which is a picture, or the words of a page printed as text. */
export async function scannedPdf(pages: readonly (Buffer | readonly Printed[])[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (const content of pages) {
    if (Buffer.isBuffer(content)) document.addPage([595, 842]).drawImage(await document.embedPng(content), { x: 0, y: 0, width: 595, height: 842 });
    else for (const page of await document.copyPages(await PDFDocument.load(await drawPdf([content])), [0])) document.addPage(page);
  }
  return Buffer.from(await document.save());
}

/** For tests: PNG pictures as the pages of an uncompressed grey TIFF file. */
export function asTiff(pictures: readonly Buffer[]): Buffer {
  const header = Buffer.from("49492a0008000000", "hex");
  const parts: Buffer[] = [header];
  let at = header.length;
  pictures.map(greyOf).forEach(({ width, height, pixels }, index) => {
    const tags = [[256, width], [257, height], [258, 8], [259, 1], [262, 1], [273, at + 114], [277, 1], [278, height], [279, pixels.length]];
    const directory = Buffer.alloc(114);
    directory.writeUInt16LE(tags.length, 0);
    tags.forEach(([tag = 0, value = 0], entry) => {
      directory.writeUInt16LE(tag, 2 + entry * 12);
      directory.writeUInt16LE(4, 4 + entry * 12);
      directory.writeUInt32LE(1, 6 + entry * 12);
      directory.writeUInt32LE(value, 10 + entry * 12);
    });
    at += 114 + pixels.length + (pixels.length % 2);
    directory.writeUInt32LE(index === pictures.length - 1 ? 0 : at, 2 + tags.length * 12);
    parts.push(directory, pixels, Buffer.alloc(pixels.length % 2));
  });
  return Buffer.concat(parts);
}

/** The grey values of a PNG file of 8 bits a channel (PNG 1.2, chapter 6: every line begins with its filter). */
function greyOf(png: Buffer): { width: number; height: number; pixels: Buffer } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), [1, 0, 3, 0, 2, 0, 4][png[25] ?? 0] ?? 0];
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString("latin1", at + 4, at + 8) === "IDAT") packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(packed));
  const bytesInLine = width * channels;
  const lines = Buffer.alloc(bytesInLine * height);
  const value = (line: number, byte: number) => (line < 0 || byte < 0 ? 0 : (lines[line * bytesInLine + byte] ?? 0));
  for (let line = 0; line < height; line += 1) {
    for (let byte = 0; byte < bytesInLine; byte += 1) {
      const [left, up, corner] = [value(line, byte - channels), value(line - 1, byte), byte < channels ? 0 : value(line - 1, byte - channels)];
      const filters = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)];
      lines[line * bytesInLine + byte] = (raw[line * (bytesInLine + 1) + 1 + byte] ?? 0) + (filters[raw[line * (bytesInLine + 1)] ?? 0] ?? 0);
    }
  }
  return { width, height, pixels: Buffer.from(Array.from({ length: width * height }, (_, index) => lines[index * channels] ?? 0)) };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

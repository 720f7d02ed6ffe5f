import { describe, expect, test } from "vitest";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import { detectType } from "@/lib/engine/ingest/read/detect-type";
import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const PNG = Buffer.from("89504e470d0a1a0a0000000d", "hex");
const PDF = Buffer.from("%PDF-1.7\n1 0 obj");
const packed = (...names: string[]) => writeZip(new Map(names.map((name) => [name, Buffer.from("content")])));
const DOCX = packed("[Content_Types].xml", "word/document.xml");

function codeOf(head: Uint8Array, name: string): string {
  try {
    return detectType(head, name).format;
  } catch (thrown) {
    if (thrown instanceof DocumentError) return thrown.code;
    throw thrown;
  }
}

describe("what a file is", () => {
  test.each([
    [PDF, "handbook.pdf", "pdf"],
    [Buffer.concat([Buffer.from("junk before the mark\n"), PDF]), "handbook.pdf", "pdf"],
    [PDF, "handbook", "pdf"],
    [writeZip(new Map([["mimetype", Buffer.from("application/vnd.oasis.opendocument.spreadsheet")]])), "costs.ods", "ods"],
    [PNG, "photo.PNG", "png"],
    [Buffer.from("{\\rtf1 text}"), "letter.rtf", "rtf"],
    [Buffer.from("{\\rtf1 text}"), "letter", "rtf"],
    [Buffer.from("From: a@example.org"), "mail.eml", "email"],
    [Buffer.from('{"a": 1}'), "data.json", "json"],
    [Buffer.from("ffd8ffe0", "hex"), "photo", "jpeg"],
    [Buffer.from("4d4d002a00000008", "hex"), "fax.tif", "tiff"],
    [Buffer.from("RIFF0000WEBPVP8 "), "photo.webp", "webp"],
    [DOCX, "leave.docx", "docx"],
    [DOCX, "leave.2024", "docx"],
    [packed("xl/workbook.xml"), "rates.xlsx", "xlsx"],
    [packed("xl/workbook.xml"), "rates.xlsm", "xlsx"],
    [packed("ppt/presentation.xml"), "slides.pptx", "pptx"],
    [packed("ppt/presentation.xml"), "slides", "pptx"],
    [Buffer.from("# Leave"), "hr/leave.md", "markdown"],
    [Buffer.from("a,b\n1,2"), "rates.CSV", "csv"],
    [Buffer.from("<p>Hello"), "index.html", "html"],
    [Buffer.from("plain"), "notes.txt", "text"],
    [Buffer.from("plain"), "notes", "text"],
    [Buffer.from("<!doctype html><title>x</title>"), "page", "html"],
    [Buffer.from("\ufeffname", "utf16le"), "names.csv", "csv"],
    [Buffer.from("a stray \u0000 in long enough text"), "notes.md", "markdown"],
  ])("%# %s", (head, name, format) => {
    expect(codeOf(head, name)).toBe(format);
  });
});

describe("what the door refuses", () => {
  test.each([
    [PNG, "scan.pdf", "content_mismatch"],
    [PDF, "handbook.md", "content_mismatch"],
    [PNG, "photo.jpg", "content_mismatch"],
    [Buffer.from("only text"), "letter.rtf", "content_mismatch"],
    [Buffer.from("{\\rtf1 text}"), "letter.doc", "content_mismatch"],
    [Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1"), "photo.gif", "unsupported_type"],
    [Buffer.from("377abcaf271c0004", "hex"), "all.7z", "unsupported_type"],
    [Buffer.from("526172211a0700", "hex"), "all.rar", "unsupported_type"],
    [Buffer.from("only text"), "all.zip", "content_mismatch"],
    [PDF, "handbook.docx", "content_mismatch"],
    [Buffer.from("only text"), "handbook.pdf", "content_mismatch"],
    [Buffer.from("only text"), "slides.pptx", "content_mismatch"],
    [packed("xl/workbook.xml"), "leave.docx", "content_mismatch"],
    [packed("readme.txt"), "everything.zip", "unsupported_type"],
    [Buffer.from("1f8b0800", "hex"), "everything.tar.gz", "unsupported_type"],
    [OLE, "old.doc", "unsupported_type"],
    [Buffer.from([0, 1, 2, 3, 0, 1, 2, 3]), "program.exe", "unsupported_type"],
  ])("%# %s", (head, name, code) => {
    expect(codeOf(head, name)).toBe(code);
  });

  test("a legacy office file is told what to save as, an archive what to do", () => {
    expect(() => detectType(OLE, "old.doc")).toThrow(/save it as DOCX/);
    expect(() => detectType(packed("a.txt"), "all.zip")).toThrow(/Unpack/);
  });

  test("what only the whole file can tell is left to the reader", () => {
    expect(codeOf(OLE, "locked.docx")).toBe("docx");
    expect(codeOf(OLE, "locked.xlsx")).toBe("xlsx");
    expect(codeOf(packed("hello.txt"), "letter.docx")).toBe("docx");
  });
});

import { createServer, type Server } from "node:net";
import { deflateSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Format } from "@/lib/engine/ingest/read/formats";
import { readApart, stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { sheetRow, writeXlsx } from "@/lib/engine/ingest/read/xlsx/write-xlsx";
import { packBomb, packFiles } from "@/lib/engine/ingest/read/zip/pack-files";

let server: Server;
let address: string;
let connections = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
});

afterAll(() => {
  stopReaders();
  server.close();
});

async function read(content: string | Buffer, format: Format): Promise<string> {
  let text = "";
  for await (const page of readApart(Buffer.from(content), format)) text += `${page.text}\n`;
  return text.trim();
}

/** Declares entities that lie in a file and on a server, and uses them behind the text. */
const doctype = () => `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY far SYSTEM "${address}/entity"><!ENTITY % dtd SYSTEM "${address}/dtd"> %dtd;]>`;
const external = (type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${address}/${type}" TargetMode="External"/><Relationship Id="x2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;

function docx(): Buffer {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
  const linked = (id: string) => `<w:r><w:drawing><wp:inline><wp:docPr descr="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  return packFiles({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": external("image"),
    "word/document.xml": `<?xml version="1.0"?><w:document ${w}><w:body><w:p><w:r><w:t>kept</w:t></w:r>${linked("x1")}${linked("x2")}</w:p></w:body></w:document>`,
  });
}

const ODT = () =>
  packFiles({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<?xml version="1.0"?>${doctype()}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="l"><office:body><office:text><text:p>kept &file;&far;<draw:frame><draw:image xlink:href="${address}/image"/></draw:frame></text:p></office:text></office:body></office:document-content>`,
  });
const XLSX = () => writeXlsx([{ name: "S", rows: `${sheetRow(1, ["kept"])}<row r="2"><c r="A2" t="str"><f>WEBSERVICE("${address}/formula")</f><v>cached</v></c></row>` }], { more: { "xl/worksheets/_rels/sheet1.xml.rels": external("drawing") }, strings: "&file;" });
const HTML = () => `${doctype()}<html><head><link rel=stylesheet href="${address}/css"><script src="${address}/js"></script><base href="${address}"></head><body><p>kept &file; &far;</p><img src="${address}/image"><iframe src="${address}/frame"></iframe><object data="file:///etc/passwd"></object><svg><image href="${address}/svg"/></svg></body></html>`;
const EML = () => `Subject: kept\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>kept</p><img src="${address}/pixel">\r\n--x\r\nContent-Type: message/external-body; access-type=URL; URL="${address}/body"\r\n\r\n\r\n--x--`;
const RTF = () => `{\\rtf1 kept{\\field{\\*\\fldinst INCLUDEPICTURE "${address}/image" \\\\d}{\\fldrslt }}{\\*\\template ${address}/template}\\par}`;
const PDF = () => `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${address}/open)>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X<</Type/XObject/Subtype/Image/F<</FS/URL/F(${address}/image)>>/Width 1/Height 1>>>>>>>>endobj\n4 0 obj<</Length 60>>stream\nBT /F1 12 Tf 20 200 Td (kept, with words enough for a page) Tj ET /X Do\nendstream endobj\ntrailer<</Root 1 0 R>>`;

test("no reader opens a connection or another file, whatever a document refers to", async () => {
  const files: readonly (readonly [Format, string | Buffer])[] = [
    ["docx", docx()],
    ["xlsx", XLSX()],
    ["odt", ODT()],
    ["html", HTML()],
    ["email", EML()],
    ["rtf", RTF()],
    ["pdf", PDF()],
    ["markdown", `kept ![x](${address}/image) <img src="${address}/html">`],
  ];
  for (const [format, content] of files) {
    const text = await read(content, format);
    expect(text, format).toContain("kept");
    expect(text, format).not.toMatch(/root:|\/bin\/sh/);
  }
  expect(connections).toBe(0);
});

describe("bombs cost one document", () => {
  const main = { "_rels/.rels": "<Relationships/>" };
  test.each<[string, Format, () => Buffer]>([
    ["a sheet that unpacks without end", "xlsx", () => packBomb({ ...main, "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="s"/></sheets></workbook>', "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="s" Type="x/worksheet" Target="big.xml"/></Relationships>' }, "xl/big.xml", 300 * 1024 * 1024)],
    ["a text that unpacks without end", "odt", () => packBomb({ mimetype: "application/vnd.oasis.opendocument.text" }, "content.xml", 300 * 1024 * 1024)],
    ["elements in elements", "odt", () => packFiles({ "content.xml": `<body><text>${"<section>".repeat(100_000)}` })],
    ["values in values", "json", () => Buffer.from(`${"[".repeat(1_000_000)}`.concat("1", "]".repeat(1_000_000)))],
    ["groups in groups", "rtf", () => Buffer.from(`{\\rtf1${"{".repeat(1_000_000)}`)],
    ["a picture of a billion points", "png", () => png(40_000, 40_000)],
  ])("%s", async (_, format, content) => {
    await expect(read(content(), format)).rejects.toMatchObject({ name: "DocumentError", code: expect.stringMatching(/^(?:too_large|malformed|no_text)$/) });
    expect(await read("the next document", "text")).toBe("the next document");
  });

  test("entities in entities stand for nothing", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`).join("")}]>`;
    const text = await read(packFiles({ "content.xml": `${laughs}<d xmlns:office="o"><office:body><office:text><p>kept &a19;</p></office:text></office:body></d>` }), "odt");
    expect(text.length).toBeLessThan(100);
  });
});

/** A PNG file of white points, one bit each, that is packed into little. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc((width / 8 + 1) * height, 0xff), { level: 1 });
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

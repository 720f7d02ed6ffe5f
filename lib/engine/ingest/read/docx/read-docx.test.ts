import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { expect, test } from "vitest";

import { readShown } from "@/lib/engine/ingest/read/test-reading";
import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

const read = (source: Buffer) => readShown(source, "docx");

const row = (...cells: string[]) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });

async function handbook(): Promise<Buffer> {
  const children = [
    new Paragraph({ text: "Handbook", heading: HeadingLevel.TITLE }),
    new Paragraph({ text: "Leave", heading: HeadingLevel.HEADING_2 }),
    new Paragraph({ children: [new TextRun("Everybody has "), new TextRun({ text: "28 days", bold: true }), new TextRun({ text: " and this is hidden", vanish: true }), new TextRun(".")] }),
    new Paragraph({ text: "sick leave", bullet: { level: 0 } }),
    new Paragraph({ text: "with a note", bullet: { level: 1 } }),
    new Table({ rows: [row("Grade", "Days"), row("A", "28")] }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

test("headings, lists and tables of a Word document are kept, hidden text is not", async () => {
  expect(await read(await handbook())).toEqual([
    "heading: Handbook",
    "heading: Leave",
    "paragraph: Everybody has 28 days.",
    "list-item: - sick leave {Everybody has 28 days.}",
    "list-item: - with a note {Everybody has 28 days. › sick leave}",
    "table-row: Grade | Days",
    "table-row: A | 28",
  ]);
});

test("a table's header is the row that is marked as one, or else a first row in bold", async () => {
  const rowOf = (header: boolean | undefined, bold: boolean, ...cells: string[]) =>
    new TableRow({ ...(header === undefined ? {} : { tableHeader: header }), children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] })) });
  const readTable = async (...rows: TableRow[]) => read(await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] })));
  const withHeader = ["table-row: Grade | Days", "table-row: A | 28 {Grade | Days}"];
  expect(await readTable(rowOf(true, false, "Grade", "Days"), rowOf(false, false, "A", "28"))).toEqual(withHeader);
  expect(await readTable(rowOf(undefined, true, "Grade", "Days"), rowOf(undefined, false, "A", "28"))).toEqual(withHeader);
  expect(await readTable(rowOf(undefined, true, "Grade", "Days"), rowOf(undefined, true, "A", "28"))).toEqual(["table-row: Grade | Days", "table-row: A | 28"]);
});

test("a style can hide text as well", async () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const styles = `<w:styles ${w}><w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const run = (text: string, properties = "") => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = run("seen ") + run("not seen", '<w:rPr><w:rStyle w:val="Ghost"/></w:rPr>') + run("again", '<w:rPr><w:vanish w:val="0"/></w:rPr>');
  const files = new Map([
    ["[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ["_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ["word/document.xml", `<w:document ${w}><w:body><w:p>${body}</w:p></w:body></w:document>`],
    ["word/styles.xml", styles],
  ]);
  expect(await read(writeZip(new Map([...files].map(([name, content]) => [name, Buffer.from(content)]))))).toEqual(["paragraph: seen again"]);
});

test("an archive without a document, a protected and a broken file each end with their code", async () => {
  await expect(read(writeZip(new Map([["hello.txt", Buffer.from("hello")]])))).rejects.toMatchObject({ code: "content_mismatch" });
  await expect(read(Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toMatchObject({ code: "encrypted" });
  const whole = await handbook();
  await expect(read(whole.subarray(0, whole.length - 100))).rejects.toMatchObject({ code: "malformed" });
});

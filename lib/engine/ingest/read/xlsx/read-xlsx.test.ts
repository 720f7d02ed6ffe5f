import { expect, test } from "vitest";

import { readPages, readShown } from "@/lib/engine/ingest/read/test-reading";
import { relations, sheetRow, writeXlsx } from "@/lib/engine/ingest/read/xlsx/write-xlsx";
import { packFiles } from "@/lib/engine/ingest/read/zip/pack-files";

test("sheets are pages, rows read by themselves, hidden sheets are not read", async () => {
  const staff = sheetRow(1, ["Name", "Team", "Days"]) + sheetRow(2, ["Ada", "Platform", 28]) + sheetRow(3, ["Grace", null, 30]);
  const file = writeXlsx([
    { name: "Staff", rows: staff },
    { name: "Lookup", rows: sheetRow(1, ["secret"]), state: "veryHidden" },
    { name: "Empty", rows: "" },
    { name: "Notes", rows: sheetRow(1, ["Leave ends in March."]) },
  ]);
  const pages = await readPages(file, "xlsx");
  expect(pages.map(({ page, text }) => [page, text])).toEqual([
    [1, "Staff\n\nName | Team | Days\nName: Ada; Team: Platform; Days: 28\nName: Grace; Days: 30"],
    [2, ""],
    [3, "Notes\n\nLeave ends in March."],
  ]);
});

test("shared strings, results of formulas, errors and formats show as Excel shows them", async () => {
  const cells = [
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
    '<c r="C1" s="1"><v>0.125</v></c><c r="D1" s="2"><v>45356</v></c><c r="E1" s="3"><v>-1234.5</v></c>',
    '<c r="F1"><f>SUM(A1:A3)</f><v>0.30000000000000004</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="b"><v>1</v></c><c r="I1"><f>NOW()</f></c>',
  ];
  const strings = '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text &amp; more</t></r><rPh><t>phonetic</t></rPh></si>';
  const file = writeXlsx([{ name: "S", rows: `<row r="1">${cells.join("")}</row>` }], { strings, formats: ["0.0%", "dd/mm/yyyy", '#,##0.00 "EUR";[Red](#,##0.00 "EUR")'] });
  expect((await readShown(file, "xlsx"))[1]).toBe("table-row: plain | rich text & more | 12.5% | 2024-03-05 | (1,234.50 EUR) | 0.3 | #N/A | TRUE | =NOW()");
});

test("a title, a table of years, and a second table with a header of its own", async () => {
  const rows = [sheetRow(1, ["Costs by year"], 1), sheetRow(2, ["Item", 2023, 2024]), sheetRow(3, ["Rent", 100, 110]), sheetRow(4, ["Total"]), sheetRow(6, ["City", "Desk"], 1), sheetRow(7, ["Oslo", "A1"])];
  expect(await readShown(writeXlsx([{ name: "2024", rows: rows.join("") }]), "xlsx")).toEqual([
    "heading: 2024",
    "heading: Costs by year",
    "table-row: Item | 2023 | 2024",
    "table-row: Item: Rent; 2023: 100; 2024: 110",
    "table-row: Item: Total",
    "table-row: City | Desk",
    "table-row: City: Oslo; Desk: A1",
  ]);
});

test("merged cells: groups of columns name their columns, labels over several rows stand in each", async () => {
  const rows = sheetRow(1, ["Region", "Plan", null, "Actual", null]) + sheetRow(2, [null, "Q1", "Q2", "Q1", "Q2"]) + sheetRow(3, ["North", 1, 2, 3, 4]) + sheetRow(4, [null, 5, 6, 7, 8]);
  const behind = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/><mergeCell ref="A1:A2"/><mergeCell ref="A3:A4"/></mergeCells>';
  expect((await readShown(writeXlsx([{ name: "S", rows, behind }]), "xlsx")).slice(3)).toEqual([
    "table-row: Region: North; Plan Q1: 1; Plan Q2: 2; Actual Q1: 3; Actual Q2: 4",
    "table-row: Region: North; Plan Q1: 5; Plan Q2: 6; Actual Q1: 7; Actual Q2: 8",
  ]);
});

test("pairs of words and tables without names keep their cells", async () => {
  const rows = sheetRow(1, ["Company", "Acme"]) + sheetRow(2, ["City", "Bern"]) + sheetRow(3, ["Staff", 12]);
  const [, ...blocks] = await readShown(writeXlsx([{ name: "S", rows: sheetRow(1, [1, 2]) + sheetRow(2, [3, 4]) }, { name: "Facts", rows: rows }]), "xlsx");
  expect(blocks.slice(0, 2)).toEqual(["table-row: 1 | 2", "table-row: 3 | 4"]);
});

test("the titles of charts and the text of boxes are read", async () => {
  const more = {
    "xl/worksheets/_rels/sheet1.xml.rels": relations(["d", "drawing", "../drawings/drawing1.xml"]),
    "xl/drawings/drawing1.xml": '<d:wsDr xmlns:d="d" xmlns:a="a"><a:p><a:r><a:t>In thousands</a:t></a:r></a:p></d:wsDr>',
    "xl/drawings/_rels/drawing1.xml.rels": relations(["c", "chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Ducks by year</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>',
  };
  expect(await readShown(writeXlsx([{ name: "Chart", rows: "" }], { more }), "xlsx")).toEqual(["heading: Chart", "paragraph: In thousands", "paragraph: Ducks by year"]);
});

test("prefixed XML, the calendar of 1904 and cells without references are read", async () => {
  const rows = '<x:row xmlns:x="m"><x:c t="inlineStr"><x:is><x:t>Start</x:t></x:is></x:c><x:c s="1"><x:v>0</x:v></x:c></x:row>';
  const file = writeXlsx([{ name: "S", rows }], { formats: ["yyyy-mm-dd"], workbook: '<workbookPr date1904="1"/>' });
  expect((await readShown(file, "xlsx"))[1]).toBe("table-row: Start | 1904-01-01");
});

test("what is no workbook ends with its code", async () => {
  await expect(readShown(packFiles({ "hello.txt": "hello" }), "xlsx")).rejects.toMatchObject({ code: "content_mismatch" });
  await expect(readShown(Buffer.from("d0cf11e0a1b11ae1", "hex"), "xlsx")).rejects.toMatchObject({ code: "encrypted" });
  await expect(readShown(writeXlsx([{ name: "S", rows: "" }]), "xlsx")).rejects.toMatchObject({ code: "no_text" });
});

test("20,000 rows are read one at a time", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => sheetRow(index + 1, index === 0 ? ["Number", "Double", "Name"] : [index, index * 2, `item ${index}`]));
  const pages = await readPages(writeXlsx([{ name: "Long", rows: rows.join("") }]), "xlsx");
  expect(pages.reduce((sum, page) => sum + page.blocks.length, 0)).toBe(20_001);
  expect(pages.at(-1)?.text).toContain("Number: 19999; Double: 39998; Name: item 19999");
});

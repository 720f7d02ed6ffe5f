import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowParts } from "@/lib/engine/ingest/read/flow-pages";
import { inlineText } from "@/lib/engine/ingest/read/odf/inline-text";
import type { OdfStyles } from "@/lib/engine/ingest/read/odf/odf-styles";
import { cellsIn, repeated, rowsIn } from "@/lib/engine/ingest/read/odf/odf-table";
import { openOdf } from "@/lib/engine/ingest/read/odf/open-odf";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { sheetBlocks } from "@/lib/engine/ingest/read/sheet/sheet-blocks";
import { EMPTY_CELL, type SheetCell, type SheetRow } from "@/lib/engine/ingest/read/sheet/sheet-row";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { attributeOf, childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** An OpenDocument spreadsheet: each sheet is a page, each row one block with the names of its columns, values as they are shown. */
export const readOds: Reader = function* (bytes): Generator<ParsedPage> {
  const { content, styles } = openOdf(bytes, "an OpenDocument spreadsheet");
  yield* flowParts(sheetsIn(content, styles));
};

function* sheetsIn(content: Buffer, styles: OdfStyles): Generator<Iterable<DraftBlock>> {
  for (const table of elementsIn(content, (name) => name === "table")) yield sheetBlocks(foldSpaces(attributeOf(table, "name") ?? ""), sheetRows(table, styles));
}

function* sheetRows(table: XmlElement, styles: OdfStyles): Generator<SheetRow> {
  let number = 0;
  const open: { cell: SheetCell; rows: number }[] = [];
  for (const { row } of rowsIn(table)) {
    const elements = cellsIn(row);
    const times = Math.max(1, Number(attributeOf(row, "number-rows-repeated") ?? 1) || 1);
    const cells = elements.map((element, column) => cellAt(element, column, open, styles));
    const filled = cells.some((cell) => cell.text !== "");
    for (let index = 0; filled && index < repeated(row, "number-rows-repeated"); index += 1) yield { number: number + index + 1, cells };
    number += times;
  }
}

/** A covered cell shows what the cell that covers it from above holds; one covered from the left repeats it. */
function cellAt(element: XmlElement | undefined, column: number, open: { cell: SheetCell; rows: number }[], styles: OdfStyles): SheetCell {
  if (element !== undefined) {
    const cell = readCell(element, styles);
    const [rows, columns] = [repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned")];
    for (let covered = 0; covered < columns; covered += 1) open[column + covered] = { cell: covered === 0 ? cell : { ...cell, repeats: true }, rows: rows - 1 + (covered === 0 ? 0 : 1) };
    return cell;
  }
  const above = open[column];
  if (above === undefined || above.rows <= 0) return EMPTY_CELL;
  above.rows -= 1;
  return above.cell;
}

function readCell(element: XmlElement, styles: OdfStyles): SheetCell {
  const type = attributeOf(element, "value-type");
  const shown = foldSpaces(childrenOf(element, "p").map((paragraph) => inlineText(paragraph, styles)).join(" "));
  const date = type === "date" ? attributeOf(element, "date-value") : undefined;
  const text = date === undefined ? shown : date.replace(/T00:00(?::00(?:\.0+)?)?$/, "").replace("T", " ");
  if (text === "") return EMPTY_CELL;
  const kind = type === "date" || type === "time" ? "date" : type === "float" || type === "percentage" || type === "currency" ? "number" : "text";
  return { text, kind, bold: styles.bold.has(attributeOf(element, "style-name") ?? "") };
}

import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowParts } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { sheetBlocks } from "@/lib/engine/ingest/read/sheet/sheet-blocks";
import { cellStylesIn } from "@/lib/engine/ingest/read/xlsx/cell-styles";
import { drawingBlocks } from "@/lib/engine/ingest/read/xlsx/drawing-blocks";
import { cellReader } from "@/lib/engine/ingest/read/xlsx/read-cell";
import { sharedStringsIn } from "@/lib/engine/ingest/read/xlsx/shared-strings";
import { sheetRows } from "@/lib/engine/ingest/read/xlsx/sheet-rows";
import { openWorkbook, type SheetPart, type Workbook } from "@/lib/engine/ingest/read/xlsx/workbook";

/**
 * An Excel workbook: each sheet is a page, each row one block with the names of its columns, values as Excel shows them.
 * Macros, links to other workbooks and pictures are never opened.
 */
export const readXlsx: Reader = function* (bytes): Generator<ParsedPage> {
  const workbook = openWorkbook(bytes);
  const { zip, from1904 } = workbook;
  const read = (part: string | undefined) => (part === undefined ? undefined : zip.read(part));
  const readCell = cellReader({ strings: sharedStringsIn(read(workbook.sharedStrings)), styleOf: cellStylesIn(read(workbook.styles)), from1904 });
  yield* flowParts(workbook.sheets.map((sheet) => blocksOf(workbook, sheet, readCell)));
};

function* blocksOf({ zip }: Workbook, { name, part }: SheetPart, readCell: ReturnType<typeof cellReader>): Generator<DraftBlock> {
  let empty = true;
  for (const block of sheetBlocks(name, sheetRows(zip.read(part) ?? Buffer.alloc(0), readCell))) {
    yield block;
    empty = false;
  }
  for (const block of drawingBlocks(zip, part)) {
    if (empty) yield { kind: "heading", level: 1, text: name };
    yield block;
    empty = false;
  }
}

import { EMPTY_CELL, type SheetCell, type SheetRow } from "@/lib/engine/ingest/read/sheet/sheet-row";
import { cellPlace } from "@/lib/engine/ingest/read/xlsx/cell-place";
import { type MergedCells, mergedCellsIn } from "@/lib/engine/ingest/read/xlsx/merged-cells";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** The rows of a worksheet's part, one at a time. What is merged stands in every row it covers, and in the first column. */
export function* sheetRows(sheet: Buffer, readCell: (cell: XmlElement) => SheetCell): Generator<SheetRow> {
  const merged = mergedCellsIn(sheet);
  let open: { area: MergedCells; cell: SheetCell }[] = [];
  let number = 0;
  for (const element of elementsIn(sheet, (name) => name === "row")) {
    number = Math.max(number + 1, Number(element.attributes["r"]) || 0);
    const cells = cellsOf(element, readCell);
    open = open.filter(({ area }) => area.bottom >= number - 1);
    for (const area of merged.get(number - 1) ?? []) open.push({ area, cell: cells[area.left] ?? EMPTY_CELL });
    for (const { area, cell } of open) fill(cells, area, cell);
    yield { number, cells: Array.from(cells, (cell) => cell ?? EMPTY_CELL) };
  }
}

function cellsOf(row: XmlElement, readCell: (cell: XmlElement) => SheetCell): (SheetCell | undefined)[] {
  const cells: (SheetCell | undefined)[] = [];
  let column = -1;
  for (const cell of childrenOf(row, "c")) {
    column = cellPlace(cell.attributes["r"] ?? "")?.column ?? column + 1;
    cells[column] = readCell(cell);
  }
  return cells;
}

function fill(cells: (SheetCell | undefined)[], { left, right }: MergedCells, cell: SheetCell): void {
  if (cell.text === "") return;
  for (let column = left; column <= right; column += 1) cells[column] = column === left ? cell : { ...cell, repeats: true };
}

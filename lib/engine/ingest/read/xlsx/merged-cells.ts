import { cellPlace } from "@/lib/engine/ingest/read/xlsx/cell-place";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";

/** Cells that show as one; rows and columns from 0, the last ones inclusive. */
export interface MergedCells {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Merges higher or wider than this are decoration; filling them would make rows out of nothing. */
const LARGEST = 2_000;

/**
 * The merged cells of a sheet by their top row. They stand behind the rows in the file and are needed with them, so they
 * are read first.
 */
export function mergedCellsIn(sheet: Buffer): Map<number, MergedCells[]> {
  const byTop = new Map<number, MergedCells[]>();
  const end = sheet.lastIndexOf("sheetData>");
  if (end === -1) return byTop;
  for (const { attributes } of elementsIn(sheet.subarray(end + "sheetData>".length), (name) => name === "mergeCell")) {
    const [from, to] = (attributes["ref"] ?? "").split(":").map(cellPlace);
    if (from === undefined || to === undefined || to.row - from.row > LARGEST || to.column - from.column > LARGEST) continue;
    const merged = { top: from.row, left: from.column, bottom: to.row, right: to.column };
    byTop.set(merged.top, [...(byTop.get(merged.top) ?? []), merged]);
  }
  return byTop;
}

import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";

/**
 * The rows of a table as blocks: cells in order with bars between them, empty ones left out. Each row below the header
 * carries the names of its filled columns as context, so that it can be found by them.
 */
export function* tableRows(grid: readonly (readonly string[])[], headerRows: number): Generator<DraftBlock> {
  const names = columnNames(grid.slice(0, headerRows));
  for (const [index, row] of grid.entries()) {
    const text = joinCells(row);
    if (text === "") continue;
    const context = index < headerRows ? "" : joinCells(row.map((cell, column) => (cell === "" ? "" : (names[column] ?? ""))));
    yield { kind: "table-row", text, ...(context === "" ? {} : { context }) };
  }
}

/** Cells that hold something, with bars between them. */
export function joinCells(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join(CELL_SEPARATOR);
}

/** The name of each column: its header cells from top to bottom. */
function columnNames(header: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...header.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => [...new Set(header.map((row) => row[column] ?? ""))].filter((cell) => cell !== "").join(" "));
}

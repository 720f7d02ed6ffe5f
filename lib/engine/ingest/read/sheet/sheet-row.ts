/** A cell as a reader sees it. */
export interface SheetCell {
  /** Empty for a cell without content. */
  text: string;
  kind: "text" | "number" | "date";
  bold: boolean;
  /** The text stands in the cell to the left, which is merged with this one. */
  repeats?: boolean;
}

/** A row of a spreadsheet; `cells` has a place for every column up to the last filled one. */
export interface SheetRow {
  /** From 1, as the program shows it. */
  number: number;
  cells: SheetCell[];
}

/** A cell without content. */
export const EMPTY_CELL: SheetCell = { text: "", kind: "text", bold: false };

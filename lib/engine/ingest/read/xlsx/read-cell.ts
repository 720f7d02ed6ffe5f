import { cleanText } from "@/lib/engine/ingest/read/clean-text";
import { formatNumber } from "@/lib/engine/ingest/read/sheet/format-number";
import { EMPTY_CELL, type SheetCell } from "@/lib/engine/ingest/read/sheet/sheet-row";
import type { CellStyle } from "@/lib/engine/ingest/read/xlsx/cell-styles";
import { richText } from "@/lib/engine/ingest/read/xlsx/shared-strings";
import { childOf, textIn, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** What cells refer to in the rest of the workbook. */
export interface CellContext {
  strings: readonly string[];
  styleOf: (index: number) => CellStyle;
  from1904: boolean;
}

/** Reads the cells of a workbook as Excel shows them: texts, numbers and dates by their formats, results of formulas. */
export function cellReader({ strings, styleOf, from1904 }: CellContext): (cell: XmlElement) => SheetCell {
  return (cell) => {
    const style = styleOf(Number(cell.attributes["s"] ?? 0));
    const value = childOf(cell, "v");
    const raw = value === undefined ? "" : textIn(value);
    const word = (text: string): SheetCell => (text === "" ? EMPTY_CELL : { text, kind: "text", bold: style.bold });
    switch (cell.attributes["t"] ?? "n") {
      case "s":
        return word(strings[Number(raw)] ?? "");
      case "inlineStr":
        return word(richText(childOf(cell, "is")));
      case "str":
      case "e":
        return word(cleanText(raw).trim());
      case "b":
        return word(raw === "1" ? "TRUE" : raw === "0" ? "FALSE" : "");
      case "d":
        return { text: raw.replace(/T00:00(:00)?(\.0+)?Z?$|Z$/, "").replace("T", " "), kind: "date", bold: style.bold };
      default:
        return numberCell(raw, cell, style, from1904);
    }
  };
}

function numberCell(raw: string, cell: XmlElement, style: CellStyle, from1904: boolean): SheetCell {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return formulaCell(cell, style);
  const { text, date } = formatNumber(number, style.format, from1904);
  return { text, kind: date ? "date" : "number", bold: style.bold };
}

/** A formula that no program has worked out yet is shown as it is. */
function formulaCell(cell: XmlElement, { bold }: CellStyle): SheetCell {
  const formula = cleanText(textIn(childOf(cell, "f"))).trim();
  return formula === "" ? EMPTY_CELL : { text: `=${formula}`, kind: "number", bold };
}

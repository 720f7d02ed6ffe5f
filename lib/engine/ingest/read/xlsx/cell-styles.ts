import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import { childOf, childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";
import { builtInFormat } from "@/lib/engine/ingest/read/sheet/built-in-formats";

/** How the cells of one style look, as far as reading is concerned. */
export interface CellStyle {
  /** The number format's code, as in `#,##0.00`. */
  format: string;
  bold: boolean;
}

const PLAIN: CellStyle = { format: "General", bold: false };

/** The styles of a workbook by their number; a number that is none gives the plain style. */
export function cellStylesIn(bytes: Buffer | undefined): (index: number) => CellStyle {
  const root = readXml(bytes);
  const formats = new Map(childrenOf(childOf(root, "numFmts"), "numFmt").map(({ attributes }) => [Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General"]));
  const bold = childrenOf(childOf(root, "fonts"), "font").map((font) => isBold(childOf(font, "b")));
  const styles = childrenOf(childOf(root, "cellXfs"), "xf").map(({ attributes }): CellStyle => {
    const id = Number(attributes["numFmtId"] ?? 0);
    return { format: formats.get(id) ?? builtInFormat(id), bold: bold[Number(attributes["fontId"] ?? 0)] ?? false };
  });
  return (index) => styles[index] ?? PLAIN;
}

function isBold(element: XmlElement | undefined): boolean {
  return element !== undefined && !["0", "false"].includes(element.attributes["val"] ?? "1");
}

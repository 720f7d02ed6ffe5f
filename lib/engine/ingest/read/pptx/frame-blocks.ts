import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { chartBlocks } from "@/lib/engine/ingest/read/office/chart-blocks";
import { textOf } from "@/lib/engine/ingest/read/pptx/paragraph-blocks";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";
import { childOf, childrenOf, descendantsOf, prefixedAttributeOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** What a frame on a slide shows: a table, a chart, or a diagram (SmartArt). `related` gives the root of a part by its relationship. */
export function* frameBlocks(frame: XmlElement, related: (id: string) => XmlElement | undefined): Generator<DraftBlock> {
  const data = childOf(childOf(frame, "graphic"), "graphicData");
  for (const content of childrenOf(data)) {
    if (content.name === "tbl") yield* tableBlocks(content);
    else if (content.name === "chart") yield* chartBlocks(related(prefixedAttributeOf(content, "id") ?? ""));
    else if (content.name === "relIds") yield* diagramBlocks(related(prefixedAttributeOf(content, "dm") ?? ""));
  }
}

function* tableBlocks(table: XmlElement): Generator<DraftBlock> {
  const above: string[] = [];
  const grid = childrenOf(table, "tr").map((row) =>
    childrenOf(row, "tc").map((cell, column) => {
      if (isOn(cell.attributes["hMerge"])) return "";
      // A cell over several rows stands in each of them.
      if (isOn(cell.attributes["vMerge"])) return above[column] ?? "";
      const text = foldSpaces(childrenOf(childOf(cell, "txBody"), "p").map(textOf).join(" "));
      above[column] = text;
      return text;
    }),
  );
  yield* tableRows(grid, isOn(childOf(table, "tblPr")?.attributes["firstRow"]) && grid.length > 1 ? 1 : 0);
}

/** The nodes of a diagram in the order they were written. */
function* diagramBlocks(model: XmlElement | undefined): Generator<DraftBlock> {
  for (const point of descendantsOf(childOf(model, "ptLst"), "pt")) {
    const text = foldSpaces(childrenOf(childOf(point, "t"), "p").map(textOf).join(" "));
    if (text !== "" && (point.attributes["type"] ?? "node") === "node") yield { kind: "list-item", text: `- ${text}` };
  }
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { foldLines, foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { type RtfParagraph, RtfParagraphs } from "@/lib/engine/ingest/read/rtf/rtf-paragraphs";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";

/** An RTF file: headings, paragraphs, lists and tables in any code page; no pictures, objects, fields' commands, headers or hidden text. */
export const readRtf: Reader = function* (bytes): Generator<ParsedPage> {
  yield* flowPages(blocksOf(new RtfParagraphs().read(bytes.toString("latin1"))));
};

function* blocksOf(paragraphs: Iterable<RtfParagraph>): Generator<DraftBlock> {
  let grid: string[][] = [];
  let row: string[] = [];
  let cell: string[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.ends === "row") {
      grid.push(row);
      row = [];
    } else if (paragraph.ends === "cell") {
      row.push(foldSpaces([...cell, paragraph.text].join(" ")));
      cell = [];
    } else if (paragraph.inTable) {
      cell.push(paragraph.text);
    } else {
      yield* tableRows(grid, 0);
      grid = [];
      const block = blockOf(paragraph);
      if (block !== undefined) yield block;
    }
  }
  yield* tableRows([...grid, [...row, foldSpaces(cell.join(" "))]], 0);
}

function blockOf({ text, marker, level }: RtfParagraph): DraftBlock | undefined {
  const folded = foldLines(text);
  if (folded === "") return undefined;
  if (level !== undefined) return { kind: "heading", level, text: foldSpaces(folded) };
  if (marker !== "") return { kind: "list-item", text: `${/^[\w(]/.test(marker) ? marker : "-"} ${folded}` };
  return { kind: "paragraph", text: folded };
}

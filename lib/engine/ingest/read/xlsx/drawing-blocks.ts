import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { chartTitle } from "@/lib/engine/ingest/read/office/chart-blocks";
import { relationshipsOf } from "@/lib/engine/ingest/read/office/relationships";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import { descendantsOf, textIn } from "@/lib/engine/ingest/read/xml/xml-element";
import type { OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** What lies over a sheet's cells: text boxes and the titles of charts, whose numbers stand in the cells themselves. */
export function* drawingBlocks(zip: OpenZip, sheetPart: string): Generator<DraftBlock> {
  for (const { type, part } of relationshipsOf(zip, sheetPart)) {
    if (type !== "drawing") continue;
    const drawing = readXml(zip.read(part));
    for (const paragraph of descendantsOf(drawing, "p")) yield* paragraphBlock([...descendantsOf(paragraph, "t")].map(textIn).join(""));
    for (const related of relationshipsOf(zip, part)) {
      if (related.type === "chart") yield* paragraphBlock(chartTitle(readXml(zip.read(related.part))));
    }
  }
}

function* paragraphBlock(text: string): Generator<DraftBlock> {
  const folded = foldSpaces(text);
  if (folded !== "") yield { kind: "paragraph", text: folded };
}

import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowParts } from "@/lib/engine/ingest/read/flow-pages";
import { openOffice } from "@/lib/engine/ingest/read/office/open-office";
import { relationshipsOf } from "@/lib/engine/ingest/read/office/relationships";
import { slideBlocks } from "@/lib/engine/ingest/read/pptx/slide-blocks";
import type { Reader } from "@/lib/engine/ingest/read/reader";
import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import { childOf, childrenOf, prefixedAttributeOf } from "@/lib/engine/ingest/read/xml/xml-element";
import type { OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** A PowerPoint presentation: each slide is a page with its title, lists, tables, charts and notes. Nothing linked is followed. */
export const readPptx: Reader = function* (bytes): Generator<ParsedPage> {
  const { zip, main } = openOffice(bytes, "ppt/presentation.xml", "a PowerPoint presentation");
  yield* flowParts(blocksOfSlides(zip, slidePartsOf(zip, main)));
};

function* blocksOfSlides(zip: OpenZip, parts: readonly string[]) {
  for (const part of parts) yield slideBlocks(zip, part);
}

/** The slides' parts in the order they are shown. */
function slidePartsOf(zip: OpenZip, main: string): string[] {
  const parts = new Map(relationshipsOf(zip, main).map(({ id, part }) => [id, part]));
  const list = childOf(readXml(zip.read(main)), "sldIdLst");
  return childrenOf(list, "sldId").flatMap((slide) => parts.get(prefixedAttributeOf(slide, "id") ?? "") ?? []);
}

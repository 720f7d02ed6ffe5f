import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import { openOdf } from "@/lib/engine/ingest/read/odf/open-odf";
import { textBlocks } from "@/lib/engine/ingest/read/odf/text-blocks";
import type { Reader } from "@/lib/engine/ingest/read/reader";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { childOf } from "@/lib/engine/ingest/read/xml/xml-element";

/** An OpenDocument text: headings, lists, tables, notes and frames; no comments, deleted passages, hidden text or table of contents. */
export const readOdt: Reader = function* (bytes): Generator<ParsedPage> {
  const { content, styles } = openOdf(bytes, "an OpenDocument text");
  for (const body of elementsIn(content, (name) => name === "body")) {
    const text = childOf(body, "text");
    if (text !== undefined) yield* flowPages(textBlocks(text, styles));
    return;
  }
};

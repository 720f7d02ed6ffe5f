import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowParts } from "@/lib/engine/ingest/read/flow-pages";
import type { OdfStyles } from "@/lib/engine/ingest/read/odf/odf-styles";
import { openOdf } from "@/lib/engine/ingest/read/odf/open-odf";
import { textBlocks } from "@/lib/engine/ingest/read/odf/text-blocks";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** Frames that say the same on every slide. */
const RUNNING = new Set(["header", "footer", "date-time", "page-number", "page"]);

/** An OpenDocument presentation: each slide is a page with its title, lists, tables and notes. */
export const readOdp: Reader = function* (bytes): Generator<ParsedPage> {
  const { content, styles } = openOdf(bytes, "an OpenDocument presentation");
  yield* flowParts(slidesIn(content, styles));
};

function* slidesIn(content: Buffer, styles: OdfStyles): Generator<Iterable<DraftBlock>> {
  for (const body of elementsIn(content, (name) => name === "presentation")) {
    for (const page of childrenOf(body, "page")) yield slideBlocks(page, styles);
  }
}

function* slideBlocks(page: XmlElement, styles: OdfStyles): Generator<DraftBlock> {
  const shapes = childrenOf(page).filter((shape) => shape.name !== "notes" && !RUNNING.has(classOf(shape)));
  for (const title of shapes.filter((shape) => classOf(shape) === "title")) {
    const text = [...textBlocks(title, styles)].map((block) => block.text).join(" ");
    if (text !== "") yield { kind: "heading", level: 1, text };
  }
  for (const shape of shapes) if (classOf(shape) !== "title") yield* textBlocks({ name: "page", attributes: {}, children: [shape] }, styles);
  const notes = childrenOf(page, "notes").flatMap((element) => childrenOf(element).filter((shape) => classOf(shape) === "notes")).flatMap((shape) => [...textBlocks(shape, styles)]);
  if (notes.length > 0) yield { kind: "heading", level: 2, text: "Notes" };
  yield* notes;
}

/** What the frame is for, as the layout calls it. */
function classOf(shape: XmlElement): string {
  return shape.attributes["presentation:class"] ?? "";
}

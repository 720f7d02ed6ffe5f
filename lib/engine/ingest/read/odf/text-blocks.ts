import { foldLines, foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { leadInto } from "@/lib/engine/ingest/read/lead-in";
import { inlineText, isHidden } from "@/lib/engine/ingest/read/odf/inline-text";
import type { OdfStyles } from "@/lib/engine/ingest/read/odf/odf-styles";
import { odfTable } from "@/lib/engine/ingest/read/odf/odf-table";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { attributeOf, childOf, childrenOf, descendantsOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** What holds blocks and is none itself. */
const CONTAINERS = new Set(["section", "text-box", "frame", "custom-shape", "g", "list-header", "index-body", "numbered-paragraph", "rect", "ellipse"]);

/** Where a list stands: how deep, whether its items are numbered, and what leads into it. */
interface Place {
  depth: number;
  numbered: boolean;
  context: string;
}

/** The blocks of what stands in an element, in order: headings, paragraphs, lists, tables, text in frames, notes behind their paragraph. */
export function* textBlocks(parent: XmlElement, styles: OdfStyles, place?: Place): Generator<DraftBlock> {
  let leadIn = "";
  for (const element of childrenOf(parent)) {
    const blocks = element.name === "list" ? listBlocks(element, styles, place, leadIn) : blocksOf(element, styles, place);
    for (const block of blocks) {
      leadIn = block.kind === "paragraph" ? block.text : "";
      yield block;
    }
  }
}

function* blocksOf(element: XmlElement, styles: OdfStyles, place: Place | undefined): Generator<DraftBlock> {
  if (isHidden(element, styles)) return;
  if (element.name === "h" || element.name === "p") yield* paragraphBlocks(element, styles, place);
  else if (element.name === "table") yield* odfTable(element, (cell) => foldSpaces([...textBlocks(cell, styles)].map((block) => block.text).join(" ")));
  else if (CONTAINERS.has(element.name)) yield* textBlocks(element, styles, place);
}

function* paragraphBlocks(element: XmlElement, styles: OdfStyles, place: Place | undefined): Generator<DraftBlock> {
  const text = foldLines(inlineText(element, styles));
  if (text !== "") yield { ...kindOf(element, styles), text, ...(place === undefined ? {} : { depth: place.depth + 1 }) };
  for (const note of descendantsOf(element, "note")) {
    const body = childOf(note, "note-body");
    if (body !== undefined) yield* textBlocks(body, styles);
  }
  for (const frame of [...descendantsOf(element, "frame"), ...descendantsOf(element, "custom-shape")]) yield* textBlocks(frame, styles);
}

function kindOf(element: XmlElement, { parents }: OdfStyles): Pick<DraftBlock, "kind" | "level"> {
  if (element.name === "h") return { kind: "heading", level: Math.min(6, Math.max(1, Number(attributeOf(element, "outline-level") ?? 1) || 1)) };
  const style = attributeOf(element, "style-name") ?? "";
  return [style, parents.get(style)].includes("Title") ? { kind: "heading", level: 1 } : { kind: "paragraph" };
}

function* listBlocks(list: XmlElement, styles: OdfStyles, outer: Place | undefined, leadIn: string): Generator<DraftBlock> {
  const style = attributeOf(list, "style-name");
  const numbered = style === undefined ? (outer?.numbered ?? false) : styles.numbered.has(style);
  const place = { depth: outer === undefined ? 0 : outer.depth + 1, numbered, context: leadInto(outer?.context ?? "", leadIn) };
  let number = 0;
  for (const item of childrenOf(list)) {
    if (item.name !== "list-item") {
      yield* textBlocks(item, styles);
      continue;
    }
    number += 1;
    yield* itemBlocks(item, styles, place, numbered ? `${number}.` : "-");
  }
}

/** The first paragraph of an item carries its mark; a heading in a list, as numbered headings are, stays a heading. */
function* itemBlocks(item: XmlElement, styles: OdfStyles, place: Place, marker: string): Generator<DraftBlock> {
  let first = true;
  for (const block of textBlocks(item, styles, place)) {
    if (first && block.kind === "paragraph") {
      yield { kind: "list-item", text: `${marker} ${block.text}`, depth: place.depth, ...(place.context === "" ? {} : { context: place.context }) };
    } else yield block;
    first = false;
  }
}

import { foldLines } from "@/lib/engine/ingest/read/clean-text";
import { leadInto } from "@/lib/engine/ingest/read/lead-in";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { childOf, childrenOf, textIn, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** The paragraphs of a shape's text body. `listed` says whether they are items of a list unless they say otherwise. */
export function* paragraphBlocks(body: XmlElement | undefined, listed: boolean): Generator<DraftBlock> {
  const numbers: number[] = [];
  let leadIn = "";
  const paragraphs = childrenOf(body, "p").map((paragraph) => ({ paragraph, text: foldLines(textOf(paragraph)) })).filter(({ text }) => text !== "");
  // A single paragraph is no list, whatever the layout draws in front of it.
  const list = listed && paragraphs.length > 1;
  for (const { paragraph, text } of paragraphs) {
    const properties = childOf(paragraph, "pPr");
    const depth = Number(properties?.attributes["lvl"] ?? 0) || 0;
    const marker = markerOf(properties, list, depth, numbers);
    const context = leadIn === "" ? {} : { context: leadInto("", leadIn) };
    if (marker !== undefined) yield { kind: "list-item", text: `${marker} ${text}`, depth, ...context };
    else {
      yield { kind: "paragraph", text };
      leadIn = text;
    }
  }
}

/** The text of a paragraph; line breaks inside of it stay. */
export function textOf(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((child) => {
      if (child.name === "br") return "\n";
      return child.name === "r" || child.name === "fld" ? childrenOf(child, "t").map(textIn).join("").replaceAll("\u000b", "\n") : "";
    })
    .join("");
}

/** `-` for a bullet, the number for a numbered item; undefined for a paragraph. Numbers go on per depth until a higher item comes. */
function markerOf(properties: XmlElement | undefined, listed: boolean, depth: number, numbers: number[]): string | undefined {
  numbers.length = Math.min(numbers.length, depth + 1);
  const auto = childOf(properties, "buAutoNum");
  if (auto !== undefined) {
    const number = numbers[depth] === undefined ? Number(auto.attributes["startAt"] ?? 1) || 1 : numbers[depth] + 1;
    numbers[depth] = number;
    return `${number}.`;
  }
  if (childOf(properties, "buNone") !== undefined) return undefined;
  return listed || childOf(properties, "buChar") !== undefined || childOf(properties, "buBlip") !== undefined ? "-" : undefined;
}

import { foldLines, foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { blocksOfTable } from "@/lib/engine/ingest/read/html/html-table";
import { leadInto } from "@/lib/engine/ingest/read/lead-in";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";

/** Elements that begin a block of their own; everything else runs along in the line. */
const BLOCKS = new Set(
  "address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table ul".split(" "),
);

/** Where the walk through the tree stands: the list around it and the lines that lead into it. */
interface Place {
  depth: number;
  /** The marker of the list item whose first words are still to come. */
  marker?: string;
  inItem: boolean;
  context: string;
}

/** The blocks of an HTML tree in order. Text that stands between block elements becomes paragraphs. */
export function* blocksOfHtml(root: Element): Generator<DraftBlock> {
  yield* walk(root, { depth: 0, inItem: false, context: "" });
}

function* walk(element: Element, place: Place): Generator<DraftBlock> {
  let inline = "";
  let leadIn = "";
  let marker = place.marker;
  const flush = function* (): Generator<DraftBlock> {
    const text = foldLines(inline);
    inline = "";
    if (text === "") return;
    yield textBlock(text, { ...place, ...(marker === undefined ? {} : { marker }) });
    leadIn = text;
    marker = undefined;
  };
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      inline += node.nodeType === 3 ? (node.textContent ?? "").replace(/\s+/g, " ") : "";
    } else if (startsBlock(node)) {
      yield* flush();
      const inner = { ...place, ...(marker === undefined ? {} : { marker }) };
      for (const block of blockElement(node, inner, leadIn)) {
        if (marker !== undefined && block.kind === "list-item") marker = undefined;
        leadIn = block.kind === "paragraph" || block.kind === "list-item" ? block.text : "";
        yield block;
      }
    } else {
      inline += inlineText(node);
    }
  }
  yield* flush();
}

function textBlock(text: string, place: Place): DraftBlock {
  const context = place.context === "" ? {} : { context: place.context };
  const depth = { depth: place.depth };
  if (place.marker !== undefined) return { kind: "list-item", text: `${place.marker} ${text}`, ...depth, ...context };
  return { kind: "paragraph", text, ...(place.inItem ? { depth: place.depth + 1, ...context } : {}) };
}

function* blockElement(element: Element, place: Place, leadIn: string): Generator<DraftBlock> {
  const tag = element.localName;
  if (/^h[1-6]$/.test(tag)) yield* headingOf(element, Number(tag.slice(1)));
  else if (tag === "table") yield* blocksOfTable(element);
  else if (tag === "pre") yield { kind: "code", text: element.textContent ?? "" };
  else if (tag === "ul" || tag === "ol") yield* listOf(element, place, leadIn);
  else if (tag === "dl") yield* definitionsOf(element);
  else if (tag !== "hr") yield* walk(element, place);
}

function* headingOf(element: Element, level: number): Generator<DraftBlock> {
  const text = foldSpaces(inlineText(element));
  if (text !== "") yield { kind: "heading", level, text };
}

function* listOf(list: Element, place: Place, leadIn: string): Generator<DraftBlock> {
  const ordered = list.localName === "ol";
  let number = Number(list.getAttribute("start") ?? "1") || 1;
  const depth = place.inItem ? place.depth + 1 : place.depth;
  const context = leadInto(place.context, leadIn);
  for (const child of list.children) {
    if (child.localName !== "li") {
      yield* blockElement(child, { ...place, depth, inItem: true }, leadIn);
      continue;
    }
    yield* walk(child, { depth, inItem: true, marker: ordered ? `${number}.` : "-", context });
    number += 1;
  }
}

/** A term and what it means belong together: "Term: definition". */
function* definitionsOf(list: Element): Generator<DraftBlock> {
  let term = "";
  for (const child of list.querySelectorAll("dt, dd")) {
    const text = foldSpaces(inlineText(child));
    if (child.localName === "dt") {
      if (term !== "") yield { kind: "list-item", text: `- ${term}` };
      term = text;
    } else if (text !== "") {
      yield { kind: "list-item", text: term === "" ? `- ${text}` : `- ${term}: ${text}` };
      term = "";
    }
  }
  if (term !== "") yield { kind: "list-item", text: `- ${term}` };
}

/** The text of an element as it runs in a line; `br` breaks it, a picture is its description. */
export function inlineText(element: Element): string {
  if (element.localName === "br") return "\n";
  if (element.localName === "img") return element.getAttribute("alt") ?? "";
  let text = "";
  for (const node of element.childNodes) {
    if (isElement(node)) text += startsBlock(node) ? `\n${node.localName === "li" ? "- " : ""}${inlineText(node)}\n` : inlineText(node);
    else if (node.nodeType === 3) text += (node.textContent ?? "").replace(/\s+/g, " ");
  }
  return text;
}

/** An inline element that holds blocks (a link around a card) is itself a block. */
function startsBlock(element: Element): boolean {
  if (BLOCKS.has(element.localName)) return true;
  for (const child of element.children) if (startsBlock(child)) return true;
  return false;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

import type { List, ListItem, Root, RootContent, Table } from "mdast";

import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { blocksOfHtml } from "@/lib/engine/ingest/read/html/html-blocks";
import { parseHtml } from "@/lib/engine/ingest/read/html/parse-html";
import { leadInto } from "@/lib/engine/ingest/read/lead-in";
import { inlineLines } from "@/lib/engine/ingest/read/markdown/inline-text";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";

/** The list around a node: how deep it stands, and the lines that lead into it. */
interface Place {
  depth: number;
  inItem: boolean;
  context: string;
}

/** The blocks of a Markdown tree in order. */
export function* blocksOfMarkdown(tree: Root): Generator<DraftBlock> {
  yield* blocksOf(tree.children, { depth: 0, inItem: false, context: "" });
}

function* blocksOf(nodes: readonly RootContent[], place: Place): Generator<DraftBlock> {
  let leadIn = "";
  for (const node of nodes) {
    let last = "";
    for (const block of blocksOfNode(node, place, leadIn)) {
      yield block;
      if (block.kind === "paragraph") last = block.text;
    }
    leadIn = node.type === "paragraph" ? last : "";
  }
}

function* blocksOfNode(node: RootContent, place: Place, leadIn: string): Generator<DraftBlock> {
  if (node.type === "heading") yield { kind: "heading", level: node.depth, text: foldSpaces(inlineLines(node)) };
  else if (node.type === "paragraph") yield paragraph(inlineLines(node), place);
  else if (node.type === "list") yield* listBlocks(node, place, leadIn);
  else if (node.type === "table") yield* tableBlocks(node);
  else if (node.type === "code") yield { kind: "code", text: node.value };
  else if (node.type === "html") yield* blocksOfHtml(parseHtml(node.value).body);
  else if (node.type === "blockquote" || node.type === "footnoteDefinition") yield* blocksOf(node.children, place);
}

function paragraph(text: string, place: Place): DraftBlock {
  if (!place.inItem) return { kind: "paragraph", text };
  return { kind: "paragraph", text, depth: place.depth + 1, ...(place.context === "" ? {} : { context: place.context }) };
}

function* listBlocks(list: List, place: Place, leadIn: string): Generator<DraftBlock> {
  const depth = place.inItem ? place.depth + 1 : place.depth;
  const context = leadInto(place.context, leadIn);
  let number = list.start ?? 1;
  for (const item of list.children) {
    yield* itemBlocks(item, list.ordered ? `${number}.` : "-", { depth, inItem: true, context });
    number += 1;
  }
}

/** An item's first paragraph is the item; what follows in it stands below it, one step in, with the item as its context. */
function* itemBlocks(item: ListItem, marker: string, place: Place): Generator<DraftBlock> {
  const [first, ...rest] = item.children;
  const box = item.checked === true ? "[x] " : item.checked === false ? "[ ] " : "";
  const text = first?.type === "paragraph" ? inlineLines(first) : "";
  if (text !== "") yield { kind: "list-item", text: `${marker} ${box}${text}`, depth: place.depth, ...(place.context === "" ? {} : { context: place.context }) };
  const below = text === "" ? item.children : rest;
  const context = leadInto(place.context, text);
  yield* blocksOf(below, { ...place, context });
}

function* tableBlocks(table: Table): Generator<DraftBlock> {
  const grid = table.children.map((row) => row.children.map((cell) => foldSpaces(inlineLines(cell))));
  yield* tableRows(grid, grid.length > 1 ? 1 : 0);
}

import type { List, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A stretch of words in one weight. */
export interface Run {
  text: string;
  bold: boolean;
}

/** A piece of a document that is to be written: what Markdown's headings, paragraphs, lists and tables have in common with PDF and Word. */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "item"; marker: string; runs: Run[] }
  | { kind: "table"; rows: string[][] };

/** The blocks of a Markdown text in order. The first row of a table is its header. */
export function blocksOf(markdown: string): Block[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return tree.children.flatMap(blocksOfNode);
}

/** The words of runs, without their weight. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function blocksOfNode(node: RootContent): Block[] {
  if (node.type === "heading") return [{ kind: "heading", level: node.depth, text: textOf(runsOf(node.children)) }];
  if (node.type === "paragraph") return [{ kind: "paragraph", runs: runsOf(node.children) }];
  if (node.type === "list") return itemsOf(node);
  if (node.type === "table") return [{ kind: "table", rows: rowsOf(node) }];
  throw new TypeError(`The documents of the demo hold no Markdown of the kind ${node.type}.`);
}

function itemsOf({ ordered, start, children }: List): Block[] {
  return children.flatMap((item, index) =>
    item.children.map((child): Block => {
      if (child.type !== "paragraph") throw new TypeError("An item of a list in the demo's documents is one paragraph.");
      return { kind: "item", marker: ordered ? `${(start ?? 1) + index}.` : "•", runs: runsOf(child.children) };
    }),
  );
}

function rowsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => textOf(runsOf(cell.children))));
}

function runsOf(nodes: readonly PhrasingContent[], bold = false): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === "text" || node.type === "inlineCode") return [{ text: node.value.replace(/\s+/g, " "), bold }];
    if ("children" in node) return runsOf(node.children, bold || node.type === "strong");
    return [];
  });
}

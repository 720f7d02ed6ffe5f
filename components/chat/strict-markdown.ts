import type { Element, ElementContent, Nodes, Root } from "hast";
import type {} from "remark-parse";
import type { Processor } from "unified";

import { splitMarks } from "@/components/chat/split-marks";

/** What Markdown may become: text in its forms. No link, no image, nothing that loads or leads anywhere. */
export const ALLOWED_ELEMENTS = ["p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "sup"];

/** The element that stands for a citation's mark; Markdown itself has no way to make one. */
export const MARK_ELEMENT = "sup";

/** Constructs that the parser does not know at all, so that `[1]` stays text whatever a document defines. */
const UNKNOWN = ["autolink", "codeIndented", "definition", "htmlFlow", "htmlText", "labelEnd", "labelStartImage", "labelStartLink"];

/** A remark plugin: Markdown without links, images, definitions and HTML. */
export function withoutLinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: UNKNOWN } }];
}

/** A rehype plugin: `[n]` marks outside of code become elements that carry their number. */
export function marksAsElements({ isCitation }: { isCitation: (index: number) => boolean }): (tree: Root) => void {
  const visit = (node: Nodes): void => {
    if (!("children" in node) || (node.type === "element" && node.tagName === "code")) return;
    for (const child of node.children) visit(child);
    if (node.type === "element") node.children = node.children.flatMap((child) => marked(child, isCitation));
  };
  return visit;
}

function marked(child: ElementContent, isCitation: (index: number) => boolean): ElementContent[] {
  if (child.type !== "text") return [child];
  return splitMarks(child.value, isCitation).map((piece) => (typeof piece === "string" ? { type: "text", value: piece } : markElement(piece.index)));
}

function markElement(index: number): Element {
  return { type: "element", tagName: MARK_ELEMENT, properties: { dataIndex: index }, children: [{ type: "text", value: `[${index}]` }] };
}

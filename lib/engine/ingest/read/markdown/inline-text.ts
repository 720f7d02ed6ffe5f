import type { Nodes } from "mdast";

import { foldLines } from "@/lib/engine/ingest/read/clean-text";

const TAG = /<\/?[a-z!][^>]*>/gi;

/** The text of a Markdown node as it is read: links by their words, pictures by their description, line breaks kept where they were set on purpose. */
export function inlineLines(node: Nodes): string {
  return foldLines(inlineText(node));
}

function inlineText(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/\s+/g, " ");
  if (node.type === "inlineCode") return node.value;
  if (node.type === "break") return "\n";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "html") return /^<br\b/i.test(node.value) ? "\n" : node.value.replace(TAG, "");
  return "children" in node ? node.children.map(inlineText).join("") : "";
}

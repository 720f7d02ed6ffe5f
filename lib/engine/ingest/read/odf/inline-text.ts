import type { OdfStyles } from "@/lib/engine/ingest/read/odf/odf-styles";
import { attributeOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** What stands inside of a paragraph and is none of its text. */
const ASIDE = new Set(["note", "annotation", "annotation-end", "frame", "custom-shape", "ruby-text", "tracked-changes", "hidden-text", "script"]);
/** A file can ask for any number of spaces. */
const MOST_SPACES = 20;

/** The text of a paragraph as it is shown; notes, comments, frames and hidden text are left out. */
export function inlineText(element: XmlElement, styles: OdfStyles): string {
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") text += child.replace(/\s+/g, " ");
    else if (child.name === "s") text += " ".repeat(Math.min(MOST_SPACES, Number(attributeOf(child, "c") ?? 1) || 1));
    else if (child.name === "tab") text += "\t";
    else if (child.name === "line-break") text += "\n";
    else if (!ASIDE.has(child.name) && !isHidden(child, styles)) text += inlineText(child, styles);
  }
  return text;
}

/** Whether an element's style hides its text. */
export function isHidden(element: XmlElement, { hidden }: OdfStyles): boolean {
  return hidden.size > 0 && hidden.has(attributeOf(element, "style-name") ?? "");
}

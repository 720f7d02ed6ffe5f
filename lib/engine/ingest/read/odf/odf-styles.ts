import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { attributeOf, childOf, childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** What the styles of a document say about its text, each by the style's name. */
export interface OdfStyles {
  /** Text in this style is not shown. */
  hidden: ReadonlySet<string>;
  bold: ReadonlySet<string>;
  /** Lists of this style are numbered on their first level. */
  numbered: ReadonlySet<string>;
  /** The name of the style that it is a variant of. */
  parents: ReadonlyMap<string, string>;
}

/** Reads the styles of the given parts, those of later ones over those of earlier ones. */
export function stylesIn(parts: readonly (Buffer | undefined)[]): OdfStyles {
  const styles = { hidden: new Set<string>(), bold: new Set<string>(), numbered: new Set<string>(), parents: new Map<string, string>() };
  for (const part of parts) {
    if (part === undefined) continue;
    for (const element of elementsIn(part, (name) => name === "style" || name === "list-style")) note(element, styles);
  }
  return styles;
}

function note(style: XmlElement, styles: { hidden: Set<string>; bold: Set<string>; numbered: Set<string>; parents: Map<string, string> }): void {
  const name = attributeOf(style, "name") ?? "";
  if (style.name === "list-style") {
    const first = childrenOf(style).find((level) => (attributeOf(level, "level") ?? "1") === "1");
    if (first?.name === "list-level-style-number") styles.numbered.add(name);
    return;
  }
  const parent = attributeOf(style, "parent-style-name");
  if (parent !== undefined) styles.parents.set(name, parent);
  const text = childOf(style, "text-properties");
  if (attributeOf(text, "display") === "none") styles.hidden.add(name);
  if (attributeOf(text, "font-weight") === "bold") styles.bold.add(name);
}

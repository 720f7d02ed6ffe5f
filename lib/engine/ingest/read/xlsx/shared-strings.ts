import { cleanText } from "@/lib/engine/ingest/read/clean-text";
import { elementsIn } from "@/lib/engine/ingest/read/xml/read-xml";
import { childrenOf, textIn, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** The texts that cells refer to by number. */
export function sharedStringsIn(bytes: Buffer | undefined): string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  for (const item of elementsIn(bytes, (name) => name === "si")) strings.push(richText(item));
  return strings;
}

/** The text of a cell that may be formatted piece by piece (`si`, `is`); phonetic guides are no part of it. */
export function richText(item: XmlElement | undefined): string {
  const pieces = childrenOf(item).map((child) => {
    if (child.name === "t") return textIn(child);
    return child.name === "r" ? childrenOf(child, "t").map(textIn).join("") : "";
  });
  return cleanText(unescaped(pieces.join(""))).trim();
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

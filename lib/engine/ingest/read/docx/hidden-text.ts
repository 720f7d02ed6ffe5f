import { DOMParser } from "linkedom";

/** The parts of a Word document that hold text for the reader. */
const TEXT_PARTS = /^word\/(document|footnotes|endnotes)\.xml$/;
const STYLES_PART = "word/styles.xml";

/**
 * Takes the runs out that Word does not show ("hidden text", `w:vanish`, ECMA-376 part 1, 17.3.2.41), set on the run
 * itself or by a style, because the conversion to HTML would keep them.
 */
export function withoutHiddenText(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const result = new Map(parts);
  const hiddenStyles = hiddenStylesIn(parts.get(STYLES_PART)?.toString("utf8") ?? "");
  for (const [name, part] of parts) {
    const xml = part.toString("utf8");
    if (TEXT_PARTS.test(name) && mayHide(xml, hiddenStyles)) result.set(name, Buffer.from(stripHidden(xml, hiddenStyles)));
  }
  return result;
}

/** Parsing is needed for the few documents only in which something may be hidden. */
function mayHide(xml: string, hiddenStyles: ReadonlySet<string>): boolean {
  return xml.includes("<w:vanish") || [...hiddenStyles].some((style) => xml.includes(`"${style}"`));
}

function hiddenStylesIn(xml: string): Set<string> {
  const hidden = new Set<string>();
  if (!xml.includes("<w:vanish")) return hidden;
  for (const style of parseXml(xml).getElementsByTagName("w:style")) {
    const id = style.getAttribute("w:styleId");
    if (id !== null && vanishes(style)) hidden.add(id);
  }
  return hidden;
}

function stripHidden(xml: string, hiddenStyles: ReadonlySet<string>): string {
  const document = parseXml(xml);
  for (const run of [...document.getElementsByTagName("w:r")]) {
    const own = childNamed(run, "w:rPr");
    const paragraph = closest(run, "w:p");
    const paragraphStyle = paragraph === null ? null : styleOf(childNamed(paragraph, "w:pPr"), "w:pStyle");
    const styles = [styleOf(own, "w:rStyle"), paragraphStyle].filter((style) => style !== null);
    if ((own !== null && vanishes(own)) || styles.some((style) => hiddenStyles.has(style))) run.remove();
  }
  return document.toString();
}

function parseXml(xml: string) {
  return new DOMParser().parseFromString(xml, "text/xml");
}

/** `w:vanish` is a switch: present is on unless its value says off. */
function vanishes(element: Element): boolean {
  const [vanish] = element.getElementsByTagName("w:vanish");
  return vanish !== undefined && !["0", "false", "off"].includes(vanish.getAttribute("w:val") ?? "");
}

function styleOf(properties: Element | null, name: string): string | null {
  return properties === null ? null : (childNamed(properties, name)?.getAttribute("w:val") ?? null);
}

function childNamed(element: Element, name: string): Element | null {
  return [...element.children].find((child) => child.tagName === name) ?? null;
}

function closest(element: Element, name: string): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (at.tagName === name) return at;
  return null;
}

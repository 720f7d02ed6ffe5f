import { childOf, childrenOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

const SHAPES = new Set(["sp", "graphicFrame", "pic"]);

/** The shapes of a slide in their order, those of groups too. Where there are alternatives, the one of the newest program counts. */
export function* shapesIn(tree: XmlElement | undefined): Generator<XmlElement> {
  for (const child of childrenOf(tree)) {
    if (SHAPES.has(child.name)) yield child;
    else if (child.name === "grpSp") yield* shapesIn(child);
    else if (child.name === "AlternateContent") yield* alternative(child);
  }
}

function* alternative(content: XmlElement): Generator<XmlElement> {
  for (const choice of [...childrenOf(content, "Choice"), ...childrenOf(content, "Fallback")]) {
    const shapes = [...shapesIn(choice)];
    yield* shapes;
    if (shapes.length > 0) return;
  }
}

/** The kind of placeholder a shape fills (`title`, `body`, `sldNum`, …); undefined for a shape of its own. */
export function placeholderOf(shape: XmlElement): string | undefined {
  const properties = childrenOf(shape).find(({ name }) => name.startsWith("nv"));
  const placeholder = childOf(childOf(properties, "nvPr"), "ph");
  return placeholder === undefined ? undefined : (placeholder.attributes["type"] ?? "obj");
}

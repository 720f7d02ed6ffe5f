/**
 * An element of an XML part with everything in it. Names are without their prefix, because programs choose prefixes as
 * they like; attributes keep theirs.
 */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** The element's children that are elements, all or those of one name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const children: XmlElement[] = [];
  for (const child of element?.children ?? []) if (typeof child !== "string" && (name === undefined || child.name === name)) children.push(child);
  return children;
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** All elements of a name below the element, at any depth, in order; none inside of another. */
export function* descendantsOf(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    else yield* descendantsOf(child, name);
  }
}

/** An attribute by its name without prefix: `id` finds `r:id` where there is no plain `id`. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const plain = element.attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(element.attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** The attribute that has a prefix (`r:id` for `id`), whether or not there is one without. */
export function prefixedAttributeOf(element: XmlElement, name: string): string | undefined {
  const key = Object.keys(element.attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** All the text in an element, as it stands in the file. */
export function textIn(element: XmlElement | undefined): string {
  let text = "";
  for (const child of element?.children ?? []) text += typeof child === "string" ? child : textIn(child);
  return text;
}

import { posix } from "node:path";

import { childrenOf } from "@/lib/engine/ingest/read/xml/xml-element";
import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import type { OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** How one part of an Office file names another (ECMA-376 part 2, 9.3). */
export interface Relationship {
  id: string;
  /** The last word of the type's address: `slide`, `notesSlide`, `chart`, … */
  type: string;
  /** The other part's name in the ZIP file. */
  part: string;
}

/** The parts that a part refers to; the empty name is the package itself. What lies outside of the file is left out. */
export function relationshipsOf(zip: OpenZip, part: string): Relationship[] {
  const folder = posix.dirname(part);
  const listing = part === "" ? "_rels/.rels" : `${folder === "." ? "" : `${folder}/`}_rels/${posix.basename(part)}.rels`;
  const root = readXml(zip.read(listing));
  return childrenOf(root, "Relationship").flatMap(({ attributes }) => {
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    if (mode === "External" || target === "") return [];
    return [{ id, type: type.slice(type.lastIndexOf("/") + 1), part: resolvePart(part === "" ? "" : folder, target) }];
  });
}

/** The part that a relationship of one type leads to, the first if there are several. */
export function relatedPart(zip: OpenZip, part: string, type: string): string | undefined {
  return relationshipsOf(zip, part).find((relationship) => relationship.type === type)?.part;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : posix.join("/", folder, target);
  return posix.normalize(path).replace(/^\/+/, "");
}

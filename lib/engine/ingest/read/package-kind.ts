import type { Signature } from "@/lib/engine/ingest/read/signatures";

/** OpenDocument files say what they are in their first entry, which is not compressed (ODF 1.3 part 2, 3.3). */
const OPEN_DOCUMENT: readonly (readonly [mediaType: string, signature: Signature])[] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
  ["application/vnd.oasis.opendocument.presentation", "odp"],
  ["application/epub+zip", "epub"],
];

/** The folders that the three kinds of Office files keep their parts in. */
const OFFICE: readonly (readonly [folder: string, signature: Signature])[] = [
  ["word/", "docx"],
  ["ppt/", "pptx"],
  ["xl/", "xlsx"],
];

/** What a ZIP file holds, as far as its first bytes tell. */
export function packageKind(bytes: Buffer): Signature {
  const opening = bytes.subarray(30, 140).toString("latin1");
  const stated = OPEN_DOCUMENT.find(([mediaType]) => opening.startsWith(`mimetype${mediaType}`));
  if (stated !== undefined) return stated[1];
  const names = entryNames(bytes);
  const office = OFFICE.find(([folder]) => names.some((name) => name.startsWith(folder)));
  if (office !== undefined) return office[1];
  return names.some((name) => /^Index(?:\/Document\.iwa|\.zip$)/.test(name)) ? "iwork" : "zip";
}

/** The names in the local headers of a ZIP file (APPNOTE 4.3.7: name length at 26, name at 30). */
function entryNames(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1"); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf("PK\u0003\u0004", at + 4, "latin1")) {
    names.push(bytes.toString("latin1", at + 30, at + 30 + bytes.readUInt16LE(at + 26)));
  }
  return names;
}

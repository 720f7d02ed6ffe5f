import mammoth from "mammoth";

import { contentMismatch } from "@/lib/engine/ingest/document-error";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { withoutHiddenText } from "@/lib/engine/ingest/read/docx/hidden-text";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import { blocksOfHtml } from "@/lib/engine/ingest/read/html/html-blocks";
import { parseHtml } from "@/lib/engine/ingest/read/html/parse-html";
import { refuseWrapped } from "@/lib/engine/ingest/read/office/open-office";
import type { Reader } from "@/lib/engine/ingest/read/reader";
import { openZip, type OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";
import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "comment-reference => "];

/** A Word document by way of HTML: headings, lists, tables, notes; no hidden text, comments, macros or pictures. */
export const readDocx: Reader = async function* (bytes): AsyncGenerator<ParsedPage> {
  refuseWrapped(bytes, "a Word document");
  const zip = openZip(bytes);
  if (!zip.names.includes("word/document.xml")) throw contentMismatch("a Word document");
  const { value } = await mammoth.convertToHtml(
    { buffer: writeZip(readablePartsOf(zip)) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })), externalFileAccess: false },
  );
  yield* flowPages(blocksOfHtml(parseHtml(value).body));
};

/** A row's mark as a header row that is switched off (ECMA-376 part 1, tblHeader); the conversion takes it for switched on. */
const NO_HEADER_ROW = /<w:tblHeader\s+w:val="(?:false|0|off)"\s*\/>/g;

/** The XML parts alone: pictures, fonts and macros are never unpacked. */
function readablePartsOf(zip: OpenZip): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (const name of zip.names) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const part = zip.read(name);
    if (part === undefined) continue;
    parts.set(name, name === "word/document.xml" ? withoutFalseHeaders(part) : part);
  }
  return withoutHiddenText(parts);
}

/** Byte by byte, so that a part in whatever encoding stays as it is. */
function withoutFalseHeaders(part: Buffer): Buffer {
  return Buffer.from(part.toString("latin1").replace(NO_HEADER_ROW, ""), "latin1");
}

import { contentMismatch, encrypted } from "@/lib/engine/ingest/document-error";
import { type OdfStyles, stylesIn } from "@/lib/engine/ingest/read/odf/odf-styles";
import { openZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** An OpenDocument file, open. */
export interface OdfFile {
  /** The XML of its content. */
  content: Buffer;
  styles: OdfStyles;
}

/** Opens an OpenDocument file; `title` is what it is, with its article. Throws DocumentError `encrypted`, `malformed`, `too_large` or `content_mismatch`. */
export function openOdf(bytes: Buffer, title: string): OdfFile {
  const zip = openZip(bytes);
  if (zip.read("META-INF/manifest.xml")?.includes("encryption-data") === true) throw encrypted();
  const content = zip.read("content.xml");
  if (content === undefined) throw contentMismatch(title);
  return { content, styles: stylesIn([zip.read("styles.xml"), content]) };
}

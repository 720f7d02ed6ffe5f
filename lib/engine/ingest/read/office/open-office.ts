import { contentMismatch, encrypted } from "@/lib/engine/ingest/document-error";
import { relatedPart } from "@/lib/engine/ingest/read/office/relationships";
import { oleKind } from "@/lib/engine/ingest/read/ole-kind";
import { openZip, type OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

const OLE_MARK = "d0cf11e0a1b11ae1";

/** An Office file, open, with the name of its main part. */
export interface OfficeFile {
  zip: OpenZip;
  main: string;
}

/**
 * Opens a PowerPoint or Excel file; `usual` is where its main part stands by custom, `title` what it is, with its article.
 *
 * @throws DocumentError `encrypted`, `malformed`, `too_large` or `content_mismatch` (an archive of something else)
 */
export function openOffice(bytes: Buffer, usual: string, title: string): OfficeFile {
  refuseWrapped(bytes, title);
  const zip = openZip(bytes);
  const stated = relatedPart(zip, "", "officeDocument");
  const main = [stated, usual].find((name) => name !== undefined && zip.names.includes(name));
  if (main === undefined) throw contentMismatch(title);
  return { zip, main };
}

/** A file with a password is wrapped in the container of the old formats. Throws DocumentError `encrypted` or `content_mismatch`. */
export function refuseWrapped(bytes: Buffer, title: string): void {
  if (bytes.subarray(0, 8).toString("hex") !== OLE_MARK) return;
  throw oleKind(bytes) === "legacy" ? contentMismatch(title) : encrypted();
}

import { READABLE_FORMATS } from "@/lib/engine/contract";
import { contentMismatch, DocumentError } from "@/lib/engine/ingest/document-error";
import { claimedFormat, endingOf, type Format, FORMATS } from "@/lib/engine/ingest/read/formats";
import { type Signature, signatureOf } from "@/lib/engine/ingest/read/signatures";

/** How many of a file's first bytes the door hands to {@link detectType}. */
export const HEAD_BYTES = 65_536;

/** What the door decides about a file. */
export interface DetectedType {
  contentType: string;
  format: Format;
}

const REFUSALS: Readonly<Record<Exclude<Signature, "pdf" | "docx" | "text">, string>> = {
  pptx: "PowerPoint files cannot be read yet. Save the presentation as PDF and upload that.",
  xlsx: "Excel files cannot be read yet. Save each sheet as CSV, or the workbook as PDF, and upload that.",
  opendocument: "OpenDocument files cannot be read yet. Save the file as DOCX or PDF and upload that.",
  zip: "Archives are not opened. Unpack this one and upload the files in it.",
  archive: "Archives are not opened. Unpack this one and upload the files in it.",
  ole: "Office files that are from before 2007 or have a password cannot be read. Save the file as DOCX, CSV or PDF, without a password, and upload that.",
  rtf: "RTF files cannot be read yet. Save the file as DOCX or PDF and upload that.",
  image: "Pictures cannot be read yet. Upload a version of this file that has text in it.",
  "unknown-binary": `Files of this type cannot be read. Save it as ${READABLE_FORMATS} and upload that.`,
};

/** Endings of binary files that we do not read; the name claims them all the same. New Office files with a password come as OLE. */
const OTHER_BINARY_ENDINGS: Readonly<Record<string, { signatures: readonly Signature[]; title: string }>> = {
  pptx: { signatures: ["pptx", "ole"], title: "a PowerPoint presentation" },
  xlsx: { signatures: ["xlsx", "ole"], title: "an Excel workbook" },
  xlsm: { signatures: ["xlsx", "ole"], title: "an Excel workbook" },
  odt: { signatures: ["opendocument"], title: "an OpenDocument file" },
  ods: { signatures: ["opendocument"], title: "an OpenDocument file" },
  odp: { signatures: ["opendocument"], title: "an OpenDocument file" },
  zip: { signatures: ["zip"], title: "an archive" },
  doc: { signatures: ["ole"], title: "a Word document from before 2007" },
  xls: { signatures: ["ole"], title: "an Excel workbook from before 2007" },
  ppt: { signatures: ["ole"], title: "a PowerPoint presentation from before 2007" },
  rtf: { signatures: ["rtf"], title: "an RTF file" },
  png: { signatures: ["image"], title: "a picture" },
  jpg: { signatures: ["image"], title: "a picture" },
  jpeg: { signatures: ["image"], title: "a picture" },
  gif: { signatures: ["image"], title: "a picture" },
  tif: { signatures: ["image"], title: "a picture" },
  tiff: { signatures: ["image"], title: "a picture" },
  webp: { signatures: ["image"], title: "a picture" },
};

/** Text in which the ending says that reading it as plain text would show its syntax, not its content. */
const OTHER_TEXT_ENDINGS: Readonly<Record<string, string>> = {
  eml: "E-mails cannot be read yet. Save the message as PDF or text and upload that.",
  mht: "Web archives cannot be read. Save the page as HTML or PDF and upload that.",
  svg: "Pictures cannot be read yet. Upload a version of this file that has text in it.",
};

/**
 * Decides at the door what a file is. Binary types are taken from the first bytes, and a name that claims another type
 * is refused; among text the name's ending decides. `head` is the file's first {@link HEAD_BYTES} bytes, or all of it.
 *
 * @throws DocumentError `content_mismatch` or `unsupported_type`
 */
export function detectType(head: Uint8Array, fileName: string): DetectedType {
  const signature = signatureOf(head);
  const claimed = claimedFormat(fileName);
  refuseMismatch(signature, claimed, fileName);
  if (signature === "text") return typeOfText(claimed, head, fileName);
  if (signature === "pdf" || signature === "docx") return detected(signature);
  // What only the whole file can tell (a long archive's later entries, a protected document) is told by the reader.
  if (claimed === "docx") return detected("docx");
  throw new DocumentError("unsupported_type", REFUSALS[signature]);
}

function detected(format: Format): DetectedType {
  return { format, contentType: FORMATS[format].contentType };
}

function refuseMismatch(signature: Signature, claimed: Format | undefined, fileName: string): void {
  const other = OTHER_BINARY_ENDINGS[endingOf(fileName)];
  if (other !== undefined && !other.signatures.includes(signature)) throw contentMismatch(other.title);
  if (claimed === undefined) return;
  const { binary, title } = FORMATS[claimed];
  const fits = binary ? signature === claimed || (claimed === "docx" && (signature === "ole" || signature === "zip")) : signature === "text";
  if (!fits) throw contentMismatch(title);
}

function typeOfText(claimed: Format | undefined, head: Uint8Array, fileName: string): DetectedType {
  const refusal = OTHER_TEXT_ENDINGS[endingOf(fileName)];
  if (refusal !== undefined) throw new DocumentError("unsupported_type", refusal);
  if (claimed !== undefined) return detected(claimed);
  const opening = Buffer.from(head.subarray(0, 200)).toString("latin1");
  return detected(/^\s*<(!doctype html|html)\b/i.test(opening) ? "html" : "text");
}

import { contentMismatch, DocumentError } from "@/lib/engine/ingest/document-error";
import { claimedFormat, endingOf, type Format, FORMAT_NAMES, FORMATS } from "@/lib/engine/ingest/read/formats";
import { oleKind } from "@/lib/engine/ingest/read/ole-kind";
import { REFUSED_ENDINGS, REFUSED_OTHERWISE, REFUSED_SIGNATURES } from "@/lib/engine/ingest/read/refusals";
import { type Signature, signatureOf } from "@/lib/engine/ingest/read/signatures";

/** How many of a file's first bytes the door hands to {@link detectType}. */
export const HEAD_BYTES = 65_536;

/** What the door decides about a file. */
export interface DetectedType {
  contentType: string;
  format: Format;
}

/** Formats that come wrapped in the container of the old Office files when they have a password. */
const WRAPPED_WITH_PASSWORD: ReadonlySet<string | undefined> = new Set(["docx", "xlsx", "pptx"]);

/** Formats that are ZIP files, whose first bytes may not say of which kind they are. */
const PACKAGES: ReadonlySet<string | undefined> = new Set(["docx", "xlsx", "pptx", "odt", "ods", "odp"]);

/**
 * Decides at the door what a file is. Binary types are taken from the first bytes, and a name that claims another type
 * is refused; among text the name's ending decides. `head` is the file's first {@link HEAD_BYTES} bytes, or all of it.
 *
 * @throws DocumentError `content_mismatch` or `unsupported_type`
 */
export function detectType(head: Uint8Array, fileName: string): DetectedType {
  const signature = signatureOf(head);
  const claimed = claimedFormat(fileName);
  const refused = REFUSED_ENDINGS[endingOf(fileName)];
  if (refused !== undefined) {
    throw refused.signatures.includes(signature) ? new DocumentError("unsupported_type", refused.sentence) : contentMismatch(refused.title);
  }
  if (claimed !== undefined) return claimedType(claimed, signature, head);
  if (signature === "text") return detected(looksLikeHtml(head) ? "html" : "text");
  const format = FORMAT_NAMES.find((name) => name === signature);
  if (format !== undefined) return detected(format);
  throw new DocumentError("unsupported_type", REFUSED_SIGNATURES[signature] ?? REFUSED_OTHERWISE);
}

/** What only the whole file can tell (a long archive's later entries, a password) is left to the reader. */
function claimedType(claimed: Format, signature: Signature, head: Uint8Array): DetectedType {
  const { binary, title } = FORMATS[claimed];
  const wrapped = WRAPPED_WITH_PASSWORD.has(claimed) && signature === "ole" && oleKind(head) !== "legacy";
  const fits = binary ? signature === claimed || wrapped || (PACKAGES.has(claimed) && signature === "zip") : signature === "text";
  if (!fits) throw contentMismatch(title);
  return detected(claimed);
}

function detected(format: Format): DetectedType {
  return { format, contentType: FORMATS[format].contentType };
}

function looksLikeHtml(head: Uint8Array): boolean {
  return /^\s*<(!doctype html|html)\b/i.test(Buffer.from(head.subarray(0, 200)).toString("latin1"));
}

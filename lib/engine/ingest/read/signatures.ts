import { packageKind } from "@/lib/engine/ingest/read/package-kind";
import { unmarkedUtf16 } from "@/lib/engine/ingest/read/decode-text";

/** What the first bytes of a file say it is. `unknown-binary` is no text and nothing we know; `text` is everything readable. */
export type Signature =
  | ("pdf" | "docx" | "pptx" | "xlsx" | "odt" | "ods" | "odp" | "rtf" | "png" | "jpeg" | "tiff" | "webp")
  | ("zip" | "archive" | "epub" | "iwork" | "ole" | "picture" | "recording" | "unknown-binary" | "text");

/** A PDF may have other bytes before its mark; readers search the first 1,024 (ISO 32000-1, appendix H). */
const PDF_MARK_WITHIN = 1_024;

/** Above this share of control characters the bytes are no text in any encoding. */
const CONTROL_SHARE = 0.1;

/** First bytes in hex, and what they are the mark of. */
const MARKS: readonly (readonly [mark: string, signature: Signature])[] = [
  ["d0cf11e0a1b11ae1", "ole"],
  ["89504e470d0a1a0a", "png"],
  ["ffd8ff", "jpeg"],
  ["49492a00", "tiff"],
  ["4d4d002a", "tiff"],
  ["474946383", "picture"],
  ["424d", "picture"],
  ["000000204a584c20", "picture"],
  ["0000000c6a502020", "picture"],
  ["38425053", "picture"],
  ["1f8b", "archive"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["425a68", "archive"],
  ["fd377a585a00", "archive"],
  ["28b52ffd", "archive"],
  ["04224d18", "archive"],
  ["494433", "recording"],
  ["4f676753", "recording"],
  ["664c6143", "recording"],
  ["1a45dfa3", "recording"],
];

/** Judges a file by its first bytes (up to 64 KiB of them). */
export function signatureOf(head: Uint8Array): Signature {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const opening = bytes.subarray(0, 16).toString("hex");
  if (opening.startsWith("504b0304") || opening.startsWith("504b0506")) return packageKind(bytes);
  const marked = MARKS.find(([mark]) => opening.startsWith(mark))?.[1];
  if (marked !== undefined && !isShortMarkOfText(opening, bytes)) return marked;
  if (bytes.subarray(257, 262).toString("latin1") === "ustar") return "archive";
  const container = bytes.subarray(0, 12).toString("latin1");
  if (container.startsWith("RIFF")) return container.endsWith("WEBP") ? "webp" : "recording";
  if (container.slice(4, 8) === "ftyp") return /heic|heix|mif1|avif/.test(container) ? "picture" : "recording";
  if (container.startsWith("{\\rtf")) return "rtf";
  if (bytes.subarray(0, PDF_MARK_WITHIN).includes("%PDF-")) return "pdf";
  return looksLikeText(bytes) ? "text" : "unknown-binary";
}

/** Marks of plain letters ("BM", "BZh", "ID3", "8BPS") may as well begin a text. */
function isShortMarkOfText(opening: string, bytes: Buffer): boolean {
  return /^(?:424d|425a68|494433|38425053|47494638|4f676753|664c6143)/.test(opening) && looksLikeText(bytes) && !bytes.includes(0);
}

function looksLikeText(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff" || unmarkedUtf16(bytes) !== undefined) return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls <= bytes.length * CONTROL_SHARE;
}

/** What the first bytes of a file say it is. `unknown-binary` is no text and nothing we know; `text` is everything readable. */
export type Signature = "pdf" | "docx" | "pptx" | "xlsx" | "opendocument" | "zip" | "archive" | "ole" | "rtf" | "image" | "unknown-binary" | "text";

/** A PDF may have other bytes before its mark; readers search the first 1,024 (ISO 32000-1, appendix H). */
const PDF_MARK_WITHIN = 1_024;

/** Above this share of control characters the bytes are no text in any encoding. */
const CONTROL_SHARE = 0.1;

const IMAGES = ["89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a", "424d"];
const ARCHIVES = ["1f8b", "377abcaf271c", "526172211a07", "425a68", "fd377a585a00", "28b52ffd", "04224d18"];

/** Judges a file by its first bytes (up to 64 KiB of them). */
export function signatureOf(head: Uint8Array): Signature {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const starts = (marks: readonly string[]) => marks.some((mark) => bytes.subarray(0, mark.length / 2).toString("hex") === mark);
  if (starts(["504b0304", "504b0506"])) return packageKind(bytes);
  if (starts(["d0cf11e0a1b11ae1"])) return "ole";
  if (starts(ARCHIVES) || bytes.subarray(257, 262).toString("latin1") === "ustar") return "archive";
  if (starts(IMAGES) || isWebp(bytes)) return "image";
  if (bytes.subarray(0, 5).toString("latin1") === "{\\rtf") return "rtf";
  if (bytes.subarray(0, PDF_MARK_WITHIN).includes("%PDF-")) return "pdf";
  return looksLikeText(bytes) ? "text" : "unknown-binary";
}

function isWebp(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WEBP";
}

/** Office files are ZIP archives; the names of the first entries tell which. */
function packageKind(bytes: Buffer): Signature {
  const names = entryNames(bytes);
  if (names.some((name) => name.startsWith("word/"))) return "docx";
  if (names.some((name) => name.startsWith("ppt/"))) return "pptx";
  if (names.some((name) => name.startsWith("xl/"))) return "xlsx";
  if (bytes.subarray(30, 100).includes("mimetypeapplication/vnd.oasis.opendocument")) return "opendocument";
  return "zip";
}

/** The names in the local headers of a ZIP file (APPNOTE 4.3.7: name length at 26, name at 30). */
function entryNames(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1"); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf("PK\u0003\u0004", at + 4, "latin1")) {
    names.push(bytes.toString("latin1", at + 30, at + 30 + bytes.readUInt16LE(at + 26)));
  }
  return names;
}

function looksLikeText(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls <= bytes.length * CONTROL_SHARE;
}

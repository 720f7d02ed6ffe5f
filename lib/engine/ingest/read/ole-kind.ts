/** The names of the streams that old Office files keep their content in, as the container writes them. */
const LEGACY_STREAMS = ["WordDocument", "Workbook", "Book", "PowerPoint Document", "__nameid_version1.0"].map((name) => Buffer.from(`${name}\0`, "utf16le"));
const PACKAGE_STREAM = Buffer.from("EncryptedPackage", "utf16le");

/**
 * What the container of the old Office files (MS-CFB) holds, as far as the given bytes tell: a newer file with a password,
 * an old file, or `unknown` where the list of its streams lies elsewhere.
 */
export function oleKind(bytes: Uint8Array): "encrypted" | "legacy" | "unknown" {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.includes(PACKAGE_STREAM)) return "encrypted";
  return LEGACY_STREAMS.some((name) => content.includes(name)) ? "legacy" : "unknown";
}

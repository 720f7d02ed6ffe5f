import { decodeText } from "@/lib/engine/ingest/read/decode-text";

const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;
const DECLARED_WITHIN = 4_096;

/** The text of an HTML file: valid UTF-8 or a byte order mark first, then the encoding that a `meta` element declares. */
export function decodeHtml(bytes: Uint8Array): string {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString("latin1"))?.[1];
  if (declared === undefined || isUtf8(bytes)) return decodeText(bytes);
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

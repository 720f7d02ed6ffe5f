import { guessEncoding } from "@/lib/engine/ingest/read/guess-encoding";

const UTF16_PROBE_BYTES = 4_096;

/**
 * The text of a file in an encoding that nobody named: a byte order mark decides, then UTF-8 if it is valid, then UTF-16
 * without a mark if every other byte is zero, and the likeliest of the older encodings for the rest.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(guessEncoding(bytes)).decode(bytes);
  }
}

/** Latin text in UTF-16 has a zero in nearly every other byte; stray NULs in other text do not. */
export function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const probe = bytes.subarray(0, UTF16_PROBE_BYTES);
  const zeros = [0, 0];
  probe.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = probe.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (half >= 2 && odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (half >= 2 && even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return undefined;
}

import "server-only";

import { AEAD_OVERHEAD, decrypt, encrypt } from "@/lib/platform/crypto/aead";
import type { DataKey } from "@/lib/platform/crypto/key-store";

/** A blob is encrypted in segments of this many plain bytes, so that a range of it can be read without the rest. */
export const SEGMENT_BYTES = 64 * 1024;

/** Bytes of a whole segment as it is stored. */
export const STORED_SEGMENT_BYTES = SEGMENT_BYTES + AEAD_OVERHEAD;

/**
 * What a segment is bound to: the blob's name, its place, and whether it is the last one. A segment that was moved, left out, or cut off
 * at the end does not open (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
function contextOf(name: string, index: number, isLast: boolean): string {
  return `blob ${name} segment ${index}${isLast ? " last" : ""}`;
}

/** Encrypts one segment. */
export function sealSegment(key: DataKey, name: string, index: number, isLast: boolean, plain: Uint8Array): Buffer {
  return encrypt(key.bytes(), plain, contextOf(name, index, isLast));
}

/** Opens one segment. Throws an Error when it is not the one that was written there. */
export function openSegment(key: DataKey, name: string, index: number, isLast: boolean, stored: Uint8Array): Buffer {
  return decrypt(key.bytes(), stored, contextOf(name, index, isLast));
}

/** Cuts a stream into whole segments; the last one is shorter, and empty for an empty stream. Each stands in the same memory as the one before it: it is used before the next is asked for. */
export async function* segmentsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<{ plain: Uint8Array; isLast: boolean }> {
  const segment = Buffer.allocUnsafe(SEGMENT_BYTES);
  let length = 0;
  for await (const part of body) {
    for (let at = 0; at < part.length; ) {
      // One byte more than a segment must be there: only then is it not the last.
      if (length === SEGMENT_BYTES) {
        yield { plain: segment, isLast: false };
        length = 0;
      }
      const taken = Math.min(part.length - at, SEGMENT_BYTES - length);
      segment.set(part.subarray(at, at + taken), length);
      at += taken;
      length += taken;
    }
  }
  yield { plain: segment.subarray(0, length), isLast: true };
}

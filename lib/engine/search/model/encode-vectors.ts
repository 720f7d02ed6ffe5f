import type { EmbeddedChunk } from "@/lib/platform/embedding-model/embedder";
import { toBytes, toSignCode } from "@/lib/platform/embedding-model/vectors";

/** A chunk's vectors as they are handed to the database: the signs as a bit string, the components as bytes in base64. */
export function encodeVectors({ vector, sentences }: EmbeddedChunk): { code: string; vector: string; sentence_vectors: string } {
  return { code: toSignCode(vector), vector: base64([toBytes(vector)]), sentence_vectors: base64(sentences.map(toBytes)) };
}

function base64(parts: readonly Int8Array[]): string {
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))).toString("base64");
}

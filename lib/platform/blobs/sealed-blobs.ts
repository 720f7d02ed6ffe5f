import "server-only";

import { createHash } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { UNFINISHED, writeFileDurably } from "@/lib/platform/blobs/durable-file";
import { openSegment, sealSegment, SEGMENT_BYTES, segmentsOf, STORED_SEGMENT_BYTES } from "@/lib/platform/blobs/segments";
import { AEAD_OVERHEAD } from "@/lib/platform/crypto/aead";
import type { DataKey } from "@/lib/platform/crypto/key-store";
import { env } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import type { ByteRange } from "@/lib/platform/http/range";

/** What was written. */
export interface WrittenBlob {
  bytes: number;
  /** Of the plain bytes, in hex. */
  sha256: string;
}

/** After so many segments (8 MB) the buffers that are done with are collected. */
const COLLECTED_SEGMENTS = 128;

/**
 * Encrypts a stream into the blob store; never more than a segment of it is in memory. It is there whole or not at all.
 *
 * @param name `<project>/<version>`, made by the server
 * @throws CitadelError `too_large` beyond `limitBytes`; whatever the stream throws
 */
export async function writeBlob(key: DataKey, name: string, body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<WrittenBlob> {
  const path = pathOf(name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  await writeFileDurably(path, async (append) => {
    let index = 0;
    for await (const { plain, isLast } of segmentsOf(body)) {
      bytes += plain.length;
      if (bytes > limitBytes) throw tooLarge(limitBytes);
      hash.update(plain);
      await append(sealSegment(key, name, index, isLast, plain));
      index += 1;
      // Buffers weigh little on V8's own scales: left alone it lets a hundred megabytes of them pile up. Only where the process was started with --expose-gc.
      if (index % COLLECTED_SEGMENTS === 0) globalThis.gc?.({ type: "minor" });
    }
  });
  return { bytes, sha256: hash.digest("hex") };
}

/** The plain bytes of a blob, or of a range of it, as a stream. It fails in the middle when a segment was changed. */
export function readBlob(key: DataKey, name: string, range?: ByteRange): ReadableStream<Uint8Array> {
  const parts = plainParts(key, name, range);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** The length of a blob in plain bytes; undefined when there is none. */
export async function blobBytes(name: string): Promise<number | undefined> {
  try {
    const { size } = await stat(pathOf(name));
    return size - Math.max(1, Math.ceil(size / STORED_SEGMENT_BYTES)) * AEAD_OVERHEAD;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return undefined;
    throw thrown;
  }
}

/** All plain bytes of a blob, for readers that need the whole file at once. */
export async function readWholeBlob(key: DataKey, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of plainParts(key, name)) parts.push(part);
  return Buffer.concat(parts);
}

/** Removes a blob; one that is not there is removed already. */
export async function removeBlob(name: string): Promise<void> {
  await rm(pathOf(name), { force: true });
}

/** Removes every blob whose name begins with `prefix`, which ends in a slash. */
export async function removeBlobs(prefix: string): Promise<void> {
  await rm(pathOf(prefix.replace(/\/$/, "")), { recursive: true, force: true });
}

/** Removes what writers that were killed have left half-written under `prefix`, which ends in a slash. For whoever knows that nobody else writes there at the moment. */
export async function removeUnfinished(prefix: string): Promise<void> {
  const folder = pathOf(prefix.replace(/\/$/, ""));
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
}

async function* plainParts(key: DataKey, name: string, range?: ByteRange): AsyncGenerator<Uint8Array, undefined> {
  const file = await open(pathOf(name), "r");
  try {
    const { size } = await file.stat();
    const segments = Math.max(1, Math.ceil(size / STORED_SEGMENT_BYTES));
    const total = size - segments * AEAD_OVERHEAD;
    const { start, end } = range ?? { start: 0, end: total };
    const last = Math.min(segments - 1, Math.floor(Math.max(start, end - 1) / SEGMENT_BYTES));
    const memory = Buffer.alloc(Math.min(STORED_SEGMENT_BYTES, size));
    for (let index = Math.floor(start / SEGMENT_BYTES); index <= last; index++) {
      const stored = memory.subarray(0, Math.min(STORED_SEGMENT_BYTES, size - index * STORED_SEGMENT_BYTES));
      await file.read(stored, 0, stored.length, index * STORED_SEGMENT_BYTES);
      const plain = openSegment(key, name, index, index === segments - 1, stored);
      const from = index * SEGMENT_BYTES;
      const part = plain.subarray(Math.max(0, start - from), Math.max(0, end - from));
      if (part.length > 0) yield part;
    }
  } finally {
    await file.close();
  }
}

function tooLarge(limitBytes: number): CitadelError {
  return new CitadelError("too_large", `The file is larger than ${Math.floor(limitBytes / 1024 / 1024)} MB. Split it into smaller files and upload those.`);
}

/** Names are the server's own ids; anything else would be a way out of the folder. */
function pathOf(name: string): string {
  if (!/^[a-z]+_[0-9a-z]+(\/[a-z]+_[0-9a-z]+)?$/.test(name)) throw new Error("A blob's name is made of the server's own ids.");
  return join(env().DATA_DIR, "blobs", name);
}

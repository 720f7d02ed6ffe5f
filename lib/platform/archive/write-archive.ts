import "server-only";

import { createHash, type Hash } from "node:crypto";

import { ZipWriter } from "@zip.js/zip.js";

/** A file on its way into an archive. */
export interface ArchiveEntry {
  /** Its path in the archive, with forward slashes. */
  name: string;
  body: ReadableStream<Uint8Array> | string;
}

/** What an archive's manifest says of an entry. */
export interface EntryFacts {
  bytes: number;
  /** In hex. */
  sha256: string;
}

/** The facts of every entry by its name. */
export type Entries = Record<string, EntryFacts>;

/** The entry that is written last and names every other one. */
export const MANIFEST = "manifest.json";

/** Texts are packed, originals mostly are packed already. */
const PACKED = /\.(?:json|jsonl|csv)$/;

/**
 * A ZIP file (ZIP64 where it is large) as it is made: one entry at a time, none of it held. What `entries` throws breaks the stream off, so that
 * nobody takes half an archive for a whole one.
 *
 * @param manifestOf writes the last entry, when the facts of all the others are known
 */
export function writeArchive(entries: AsyncIterable<ArchiveEntry>, manifestOf: (facts: Entries) => string): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void pack(entries, manifestOf, writable).catch(async (thrown: unknown) => {
    await writable.abort(thrown).catch(() => undefined);
  });
  return readable;
}

async function pack(entries: AsyncIterable<ArchiveEntry>, manifestOf: (facts: Entries) => string, writable: WritableStream<Uint8Array>): Promise<void> {
  const zip = new ZipWriter(writable, { keepOrder: true, useWebWorkers: false, preventClose: true });
  const facts: Entries = {};
  for await (const { name, body } of entries) facts[name] = await add(zip, name, typeof body === "string" ? new Blob([body]).stream() : body);
  await add(zip, MANIFEST, new Blob([manifestOf(facts)]).stream());
  await zip.close();
  await writable.close();
}

async function add(zip: ZipWriter<unknown>, name: string, body: ReadableStream<Uint8Array>): Promise<EntryFacts> {
  const hash = createHash("sha256");
  const counted = { bytes: 0 };
  await zip.add(name, body.pipeThrough(measured(hash, counted)), { level: PACKED.test(name) ? 6 : 0, useWebWorkers: false });
  return { bytes: counted.bytes, sha256: hash.digest("hex") };
}

function measured(hash: Hash, counted: { bytes: number }): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(bytes, controller) {
      hash.update(bytes);
      counted.bytes += bytes.length;
      controller.enqueue(bytes);
    },
  });
}

import "server-only";

import { configure, type FileEntry, Reader, ZipReader } from "@zip.js/zip.js";

import type { ByteRange } from "@/lib/platform/http/range";

/** Bytes that can be read from any place. */
export interface Source {
  bytes: number;
  read(range: ByteRange): ReadableStream<Uint8Array>;
}

/** An archive whose entries are read one by one, none of them held. */
export interface OpenArchive {
  names: readonly string[];
  /** The entry's bytes, unpacked; undefined when there is none of that name. */
  read(name: string): ReadableStream<Uint8Array> | undefined;
  /** A small entry as text. Throws an Error for one that is longer than `mostBytes`, or absent. */
  text(name: string, mostBytes?: number): Promise<string>;
  close(): Promise<void>;
}

/** The longest text that is held at once. */
const MOST_TEXT_BYTES = 64 * 1024 * 1024;

/** What is read of an archive at once: several of the blob store's segments, of which the outer ones are opened twice. */
configure({ chunkSize: 256 * 1024 });

class SourceReader extends Reader<Source> {
  readonly #source: Source;

  constructor(source: Source) {
    super(source);
    this.#source = source;
    this.size = source.bytes;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const end = Math.min(index + length, this.#source.bytes);
    if (index >= end) return new Uint8Array();
    return collected(this.#source.read({ start: index, end }), length);
  }
}

/** Opens a ZIP file by its directory. Throws an Error for what is none. */
export async function openArchive(source: Source): Promise<OpenArchive> {
  const zip = new ZipReader(new SourceReader(source), { useWebWorkers: false, checkSignature: true });
  const entries = new Map<string, FileEntry>();
  for await (const entry of zip.getEntriesGenerator()) if (!entry.directory) entries.set(entry.filename, entry);
  const read = (name: string) => {
    const entry = entries.get(name);
    return entry === undefined ? undefined : contentOf(entry);
  };
  return {
    names: [...entries.keys()],
    read,
    async text(name, mostBytes = MOST_TEXT_BYTES) {
      const body = read(name);
      if (body === undefined) throw new Error(`The archive has no ${name}.`);
      return Buffer.from(await collected(body, mostBytes)).toString("utf8");
    },
    close: () => zip.close(),
  };
}

function contentOf(entry: FileEntry): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void entry.getData(writable).catch(async (thrown: unknown) => {
    await writable.abort(thrown).catch(() => undefined);
  });
  return readable;
}

async function collected(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Error("The entry is longer than what is read at once.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

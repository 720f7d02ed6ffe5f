import { inflateRawSync } from "node:zlib";

import { encrypted, malformed, tooLarge } from "@/lib/engine/ingest/document-error";

/** What one document may unpack to, in bytes, over all the entries that are read. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** The end record is 22 bytes, before a comment of at most 65,535. */
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  method: number;
  flags: number;
  packedBytes: number;
  headerAt: number;
}

/** The files packed in an Office document, unpacked one by one and only as far as the limit allows. */
export interface OpenZip {
  names: readonly string[];
  /** The entry's bytes, or undefined if there is none of that name. Throws DocumentError `too_large`, `encrypted`, `malformed`. */
  read(name: string): Buffer | undefined;
}

/**
 * Opens a ZIP file held in memory (PKWARE APPNOTE 6.3, without ZIP64). The sizes that the file states are never trusted:
 * unpacking stops when `mostBytes` have come out in all.
 *
 * @throws DocumentError `malformed` or `too_large`
 */
export function openZip(bytes: Buffer, mostBytes = MOST_UNPACKED_BYTES): OpenZip {
  const entries = directoryOf(bytes);
  let left = mostBytes;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const content = unpack(packedBytesOf(bytes, entry), entry, left);
      left -= content.length;
      return content;
    },
  };
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = endRecordAt(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw tooLarge(`it holds more than ${MOST_ENTRIES.toLocaleString("en")} packed files`);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw malformed();
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + 46, at + 46 + nameLength), {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecordAt(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_RECORD_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD_BYTES; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw malformed();
}

function packedBytesOf(bytes: Buffer, entry: Entry): Buffer {
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) throw malformed();
  const start = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  return bytes.subarray(start, start + entry.packedBytes);
}

function unpack(packed: Buffer, entry: Entry, mostBytes: number): Buffer {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) throw encrypted();
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw malformed();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge("its content unpacks to far more than its size");
    throw malformed(cause);
  }
}

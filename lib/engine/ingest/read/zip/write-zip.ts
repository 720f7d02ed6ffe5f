import { crc32 } from "node:zlib";

const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_ENTRY_BYTES = 46;
const END_RECORD_BYTES = 22;
/** The version that can unpack a stored entry: 1.0 (APPNOTE 4.4.3). */
const VERSION = 10;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8_FLAG = 0x0800;

/** Packs files into a ZIP without compressing them, for a library that takes nothing else. */
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const facts = entryFacts(name, content);
    const header = Buffer.alloc(LOCAL_HEADER_BYTES);
    header.writeUInt32LE(0x04034b50, 0);
    facts.copy(header, 4);
    const entry = Buffer.alloc(DIRECTORY_ENTRY_BYTES);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(VERSION, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    local.push(header, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
    at += header.length + Buffer.byteLength(name) + content.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...local, listing, endRecord(files.size, listing.length, at)]);
}

/** The 26 bytes that a local header and a directory entry have in common (APPNOTE 4.3.7). */
function entryFacts(name: string, content: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8_FLAG, 2);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}

function endRecord(count: number, directoryBytes: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(END_RECORD_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}

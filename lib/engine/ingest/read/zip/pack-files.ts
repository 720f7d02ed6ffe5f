import { deflateRawSync } from "node:zlib";

import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

/** For tests: packs texts into a ZIP file by their names. */
export function packFiles(files: Readonly<Record<string, string | Buffer>>): Buffer {
  return writeZip(new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
}

/** For tests: {@link packFiles} with one entry more that unpacks to so many bytes of `fill`, and is packed small. */
export function packBomb(files: Readonly<Record<string, string>>, name: string, bytes: number, fill = " "): Buffer {
  const zip = packFiles({ ...files, [name]: deflateRawSync(Buffer.alloc(bytes, fill)) });
  // Methods stand 22 bytes before the name in its local header, and 36 before it in the directory.
  zip.writeUInt16LE(8, zip.indexOf(name) - 22);
  zip.writeUInt16LE(8, zip.lastIndexOf(name) - 36);
  return zip;
}

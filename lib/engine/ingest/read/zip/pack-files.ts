import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

/** For tests: packs texts into a ZIP file by their names. */
export function packFiles(files: Readonly<Record<string, string | Buffer>>): Buffer {
  return writeZip(new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
}

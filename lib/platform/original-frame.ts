import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A frame's place: a built file with its line and column, both counted from 1. */
const PLACE = /((?:file:\/\/)?\/[^:]+\.m?js):(\d+):(\d+)/;

/** Maps that are kept, so that a row of like errors reads each file once. */
const MOST_KEPT = 8;

const kept = new Map<string, SourceMap | null>();

/**
 * A stack's frame with the place where it was written instead of the one in the built file; as it is where there is no map. Maps are
 * read when there is an error to tell. Node's own `--enable-source-maps` keeps the maps of all files from the start: in the web process they
 * were more than half of its heap.
 */
export function originalFrame(frame: string): string {
  const [place, name = "", line, column] = PLACE.exec(frame) ?? [];
  if (place === undefined) return frame;
  try {
    const file = name.startsWith("file:") ? fileURLToPath(name) : name;
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !("fileName" in origin)) return frame;
    return frame.replace(place, () => `${sourceOf(origin.fileName, file)}:${origin.lineNumber}:${origin.columnNumber}`);
  } catch {
    // No file, a broken map, an address that is none: whoever logs an error must not meet another one.
    return frame;
  }
}

/** Maps name their sources as addresses, seen from the map. */
function sourceOf(address: string, file: string): string {
  const source = new URL(address, pathToFileURL(file));
  return source.protocol === "file:" ? relative(process.cwd(), fileURLToPath(source)) : address;
}

function mapOf(file: string): SourceMap | null {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const map = readMap(file);
  for (const oldest of kept.keys()) if (kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(file, map);
  return map;
}

function readMap(file: string): SourceMap | null {
  const [, name] = /\n\/\/# sourceMappingURL=([\w.%@~[\]()-]+)\s*$/.exec(readFileSync(file, "utf8")) ?? [];
  // A map is JSON that our own build has written.
  return name === undefined ? null : new SourceMap(JSON.parse(readFileSync(join(dirname(file), decodeURIComponent(name)), "utf8")));
}

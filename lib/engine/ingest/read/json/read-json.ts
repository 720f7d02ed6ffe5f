import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { decodeText } from "@/lib/engine/ingest/read/decode-text";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import { jsonBlocks } from "@/lib/engine/ingest/read/json/json-blocks";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { blocksOfText } from "@/lib/engine/ingest/read/text/read-text";

/** A JSON file, or one of JSON lines: each value with the path that leads to it, records of a list as rows. */
export const readJson: Reader = function* (bytes): Generator<ParsedPage> {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  yield* flowPages(blocksOf(text));
};

function blocksOf(text: string): Iterable<DraftBlock> {
  const whole = parsed(text);
  if (whole !== undefined) return jsonBlocks(whole.value);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parsed);
  if (lines.length > 1 && values.every((value) => value !== undefined)) return jsonBlocks(values.map((value) => value?.value));
  // JSON with comments, or cut off: it can be read as the text it is.
  return blocksOfText(text);
}

/** Wrapped, since `null` is a value too; undefined for what is no JSON. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

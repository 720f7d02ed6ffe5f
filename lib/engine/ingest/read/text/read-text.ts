import { cleanText, foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { decodeText } from "@/lib/engine/ingest/read/decode-text";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";

/** Lines of a paragraph that an editor wrapped are at least this long, in UTF-16 units, all but the last. */
const SHORTEST_WRAPPED_LINE = 45;
const LONGEST_HEADING = 80;
const LIST_MARKER = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/;

/** Plain text in any encoding: paragraphs between empty lines, list items, and short lines in capitals as headings. */
export const readText: Reader = (bytes) => flowPages(blocksOfText(decodeText(bytes)));

/** The blocks of plain text. */
export function* blocksOfText(text: string): Generator<DraftBlock> {
  for (const paragraph of cleanText(text).split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)) {
    const lines = paragraph.split("\n").filter((line) => line.trim() !== "");
    if (lines.length > 0) yield* blocksOfParagraph(lines);
  }
}

function* blocksOfParagraph(lines: readonly string[]): Generator<DraftBlock> {
  const [first = ""] = lines;
  if (lines.length === 1 && isHeading(first)) {
    yield { kind: "heading", level: 2, text: foldSpaces(first) };
    return;
  }
  const wrapped = isWrapped(lines);
  let group: string[] = [];
  let leadIn = "";
  for (const line of lines) {
    const item = LIST_MARKER.test(line.trim());
    if (item && group.length > 0) {
      yield blockOf(group, wrapped, leadIn);
      if (!startsItem(group)) leadIn = foldSpaces(group.join(" "));
      group = [];
    }
    group.push(line);
  }
  yield blockOf(group, wrapped, leadIn);
}

function blockOf(lines: readonly string[], wrapped: boolean, leadIn: string): DraftBlock {
  if (startsItem(lines)) return { kind: "list-item", text: foldSpaces(lines.join(" ")), ...(leadIn ? { context: leadIn } : {}) };
  return { kind: "paragraph", text: wrapped ? foldSpaces(lines.join(" ")) : lines.map(foldSpaces).join("\n") };
}

function startsItem(lines: readonly string[]): boolean {
  return LIST_MARKER.test((lines[0] ?? "").trim());
}

/** Hard-wrapped prose is one paragraph; short lines (addresses, verses, key and value) stay lines. */
function isWrapped(lines: readonly string[]): boolean {
  const body = lines.slice(0, -1);
  return body.length > 0 && body.every((line) => line.trim().length >= SHORTEST_WRAPPED_LINE);
}

function isHeading(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST_HEADING && /\p{Lu}{2}/u.test(text) && text === text.toUpperCase() && !/[.!?;:,]$/.test(text);
}

import { continueLine, type Vocabulary } from "@/lib/engine/ingest/read/pdf/hyphens";
import { headingLevel } from "@/lib/engine/ingest/read/pdf/headings";
import type { LaidBlock, LaidPiece } from "@/lib/engine/ingest/read/pdf/laid-block";
import { type Box, boxAround } from "@/lib/engine/ingest/read/pdf/text-run";

/** A printed line of prose. */
export interface ProseLine extends Box {
  text: string;
  size: number;
  bold: boolean;
}

/** What paragraphs are judged by beyond their own lines. */
export interface ProseContext {
  /** The document's usual font size in points. */
  bodySize: number;
  vocabulary: Vocabulary;
}

const ITEM = /^(?:[•●▪◦‣○■□➢❖·*–\-☐☑☒✓✔➔➤\ue000-\uf8ff]|[o§](?= [A-Z])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/;
const BULLET_GLYPH = /^[•●▪◦‣○■□➢❖·*–\-o§➔➤\ue000-\uf8ff]\s+/;
const SENTENCE_END = /[.!?:]["”’)]?$/;
/** A line space this much wider than the usual one parts paragraphs. */
const WIDER = 1.25;
/** Never one paragraph over a gap of this many font sizes. */
const WIDE_GAP = 1.1;
const SIZE_CHANGE = 1.12;

/** Joins the lines of a region into paragraphs, list items and headings. */
export function paragraphs(lines: readonly ProseLine[], { bodySize, vocabulary }: ProseContext): LaidBlock[] {
  if (lines.length === 0) return [];
  const region = boxAround(lines);
  const pitch = usualPitch(lines);
  const groups: ProseLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || startsParagraph(group, line, region, pitch)) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => blockOf(group, bodySize, vocabulary));
}

function blockOf(group: readonly ProseLine[], bodySize: number, vocabulary: Vocabulary): LaidBlock {
  const text = group.map((line) => line.text).join(" ");
  const size = Math.max(...group.map((line) => line.size));
  const bulleted = ITEM.test(text) && BULLET_GLYPH.test(text);
  const level = bulleted ? undefined : headingLevel({ text, size, bold: group.every((line) => line.bold), lines: group.length }, bodySize);
  if (ITEM.test(text) && level === undefined) return { kind: "list-item", pieces: piecesOf(group, vocabulary, true) };
  const pieces = piecesOf(group, vocabulary, false);
  return level === undefined ? { kind: "paragraph", pieces } : { kind: "heading", level, pieces };
}

function piecesOf(group: readonly ProseLine[], vocabulary: Vocabulary, item: boolean): LaidPiece[] {
  let before = "";
  return group.map((line, index) => {
    const shown = item && index === 0 ? line.text.replace(BULLET_GLYPH, "- ") : line.text;
    const next = group[index + 1];
    const { text, joint } = next === undefined ? { text: shown, joint: "" } : continueLine(shown, next.text, vocabulary);
    const piece = { text, box: line, before };
    before = joint;
    return piece;
  });
}

function startsParagraph(group: readonly ProseLine[], line: ProseLine, region: Box, pitch: number): boolean {
  const last = group.at(-1);
  const first = group[0];
  if (last === undefined || first === undefined) return true;
  const gap = line.y0 - last.y1;
  if (gap > WIDE_GAP * line.size || (line.y0 - last.y0 > WIDER * pitch && gap > 0.3 * line.size)) return true;
  if (Math.max(line.size, last.size) > SIZE_CHANGE * Math.min(line.size, last.size)) return true;
  if (ITEM.test(line.text)) return true;
  const full = last.x1 > region.x1 - 0.2 * (region.x1 - region.x0);
  // A line may begin bold and go on in the usual weight: one that runs to the edge and ends no sentence continues.
  const runsOn = full && gap < 0.5 * line.size && !SENTENCE_END.test(last.text);
  if (line.bold !== last.bold && !runsOn) return true;
  if (ITEM.test(first.text)) return line.x0 < first.x0 + 0.5 * line.size && !full;
  return endsParagraph(last, line, region);
}

/** A short line that ends a sentence ends the paragraph, and so does an indent after the end of a sentence. */
function endsParagraph(last: ProseLine, line: ProseLine, region: Box): boolean {
  if (!SENTENCE_END.test(last.text) || /^\p{Ll}/u.test(line.text)) return false;
  const short = last.x1 < region.x1 - 0.25 * (region.x1 - region.x0);
  return short || line.x0 > last.x0 + 1.2 * line.size;
}

/** The middle of the distances between the tops of neighbouring lines that lie close together. */
function usualPitch(lines: readonly ProseLine[]): number {
  const pitches = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next === undefined || next.y0 - line.y0 > 2.5 * line.size || next.y0 <= line.y0 ? [] : [next.y0 - line.y0];
  });
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? Number.POSITIVE_INFINITY;
}

import type { ParsedBlock, ParsedPage, SentenceSpan } from "@/lib/engine/ingest/parsed";
import { cutLong, sentencesIn, trimmed } from "@/lib/engine/ingest/chunk/sentences";

/** What a chunk is put together from and never cut: a sentence or several of a paragraph, a list item, a row, a heading. */
export interface Unit {
  start: number;
  end: number;
  sentences: SentenceSpan[];
  /** Of the heading, 1–6, if the unit is one. */
  headingLevel?: number;
  /** The unit announces the next one ("We offer:") and must not be parted from it. */
  leadsIn: boolean;
  /** The unit continues the block of the unit before it. */
  continues: boolean;
}

/** A row or an item is one sentence; only one that is longer than this is cut, because no model could read it whole. */
const LONGEST_ITEM = 4_000;
/** Items beyond this length are quoted sentence by sentence, and stay together in their chunk all the same. */
const LONGEST_WHOLE_ITEM = 250;
/** Paragraphs up to this length are kept whole, longer ones are cut between sentences. */
const LONGEST_PARAGRAPH = 1_100;
/** Lines of code are quoted together up to this length. */
const CODE_PIECE = 600;
/** A marker is not part of the sentence; a number is, because people refer to it. */
const BULLET = /^[-*•]\s+(?:\[[ x]\]\s+)?/;

/** The units of one block of a page. */
export function unitsOf(page: ParsedPage, block: ParsedBlock): Unit[] {
  const { start, end } = block;
  const heading = block.kind === "heading" ? { headingLevel: block.level ?? 1 } : {};
  if (block.kind === "heading") return cutUnits(cutLong(page.text, trimmed(page.text, start, end), LONGEST_ITEM), () => [], heading);
  const context = block.context === undefined ? {} : { context: block.context };
  const sentences = spansOf(page.text, block).map((span) => ({ ...span, ...context }));
  const groups = groupUpTo(sentences, block.kind === "paragraph" || block.kind === "list-item" ? LONGEST_PARAGRAPH : 0);
  const units = cutUnits(groups, (group) => sentences.filter((span) => span.start >= group.start && span.end <= group.end), {});
  const [first] = units;
  const last = units.at(-1);
  if (first !== undefined) first.start = start;
  if (last !== undefined) last.leadsIn = leadsIn(page.text, block);
  return units;
}

function cutUnits(spans: readonly SentenceSpan[], sentencesOf: (span: SentenceSpan) => SentenceSpan[], heading: { headingLevel?: number }): Unit[] {
  return spans.map(({ start, end }, index) => ({ start, end, sentences: sentencesOf({ start, end }), ...heading, leadsIn: false, continues: index > 0 }));
}

function spansOf(text: string, { kind, start, end }: ParsedBlock): SentenceSpan[] {
  if (kind === "paragraph") return sentencesIn(text, start, end);
  if (kind === "code") return groupUpTo(linesIn(text, start, end), CODE_PIECE);
  const bullet = kind === "list-item" ? (BULLET.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
  const span = trimmed(text, start + bullet, end);
  // An item of several sentences, such as a whole paragraph behind a bullet, is quoted sentence by sentence.
  if (kind === "list-item" && span.end - span.start > LONGEST_WHOLE_ITEM) return sentencesIn(text, span.start, span.end);
  return cutLong(text, span, LONGEST_ITEM);
}

function linesIn(text: string, start: number, end: number): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const to = from + line.length;
    if (line.trim() !== "") spans.push(...cutLong(text, trimmed(text, from, to)));
    from = to + 1;
  }
  return spans;
}

/** Joins neighbouring spans as long as they stay within `limit` characters. */
function groupUpTo(spans: readonly SentenceSpan[], limit: number): SentenceSpan[] {
  const groups: SentenceSpan[] = [];
  for (const { start, end } of spans) {
    const last = groups.at(-1);
    if (last !== undefined && end - last.start <= limit) last.end = end;
    else groups.push({ start, end });
  }
  return groups;
}

/** A short line that ends in a colon announces what follows. */
function leadsIn(text: string, { kind, start, end }: ParsedBlock): boolean {
  return (kind === "paragraph" || kind === "list-item") && /:\s*$/.test(text.slice(start, end));
}

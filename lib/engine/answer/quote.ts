import { type Line, linesOf, type Span, tableHead, type TableHead } from "@/lib/engine/answer/table-head";
import type { Passage, PassageSentence } from "@/lib/engine/search/ranking/passage";
import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";

/** A stretch of a passage that an answer quotes: `text` is the page's text from `start` to `end`, to the letter. */
export interface Quote {
  passage: Passage;
  start: number;
  end: number;
  /** Strength of the best sentence in it. */
  strength: number;
  /** Where other documents say the same words. */
  alike?: readonly Quote[];
}

/** What stands between the parts of a sentence's context, outermost first. */
const CONTEXT_SEPARATOR = " › ";
/** A sentence up to this length ("No.", "Ours is 36."), or without an end mark, is not understood without what announces it. */
export const SHORT_SENTENCE = 25;
/** Longest list that is quoted whole behind its lead-in, in UTF-16 units. */
const LONGEST_LIST = 600;

/** The text of a stretch of the passage's page. */
export function textOf({ passage, start, end }: Pick<Quote, "passage" | "start" | "end">): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** What an answer of these quotes cites, in the order of its marks: behind each quote those that are alike. */
export function citedBy(quotes: readonly Quote[]): Quote[] {
  return quotes.flatMap((quote) => [quote, ...(quote.alike ?? [])]);
}

/**
 * The quotes that make one sentence understandable: a lead-in goes with the items behind it, an item or a row with the line, heading or header that
 * announces it, where those stand in the same passage.
 */
export function quotesAround(passage: Passage, index: number, strength: number): Quote[] {
  const sentence = passage.sentences[index];
  if (sentence === undefined) return [];
  const quote = { passage, start: sentence.start, end: sentence.end, strength };
  if (isLeadIn(textOf(quote))) return [{ ...quote, end: endOfList(passage, index) }];
  const leads = needsLead(textOf(quote), sentence.context) ? leadsOf(passage, sentence) : [];
  return joinQuotes([...leads.map((lead) => ({ ...quote, ...lead })), quote]);
}

/** Whether a sentence is a row of a table whose header does not stand in its passage, though it has one. */
export function lacksHead(passage: Passage, index: number): boolean {
  const sentence = passage.sentences[index];
  if (sentence === undefined || !isRow(passage, sentence)) return false;
  const announcement = announcementOf(sentence);
  const { header, section } = headOf(passage, sentence);
  const isSaid = header !== undefined || lineOf(passage, sentence) !== undefined;
  return announcement !== "" && !isSaid && (section === undefined || textOf({ passage, ...section }) !== announcement);
}

/** Joins quotes of one passage that overlap or have nothing but white space and list marks between them; in reading order. */
export function joinQuotes(quotes: readonly Quote[]): Quote[] {
  const joined: Quote[] = [];
  for (const quote of [...quotes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && (quote.start <= last.end || isBeside(quote.passage, last.end, quote.start))) {
      last.end = Math.max(last.end, quote.end);
      last.strength = Math.max(last.strength, quote.strength);
      last.alike = [...new Set([...(last.alike ?? []), ...(quote.alike ?? [])])];
    } else joined.push({ ...quote });
  }
  return joined;
}

function isLeadIn(text: string): boolean {
  return text.endsWith(":");
}

function needsLead(text: string, context: string): boolean {
  return isLeadIn(context) || context.includes(CELL_SEPARATOR) || text.length <= SHORT_SENTENCE || !isWholeSentence(text);
}

/** Whether a text ends as a sentence does; headings, rows and many items do not. */
export function isWholeSentence(text: string): boolean {
  return /[.!?。！？]["'”’)\]]*$/u.test(text);
}

/** Where what announces the sentence stands before it in the passage, from top to bottom: a row's header and section, or else the line, if it does. */
function leadsOf(passage: Passage, sentence: PassageSentence): Span[] {
  const { header, section } = isRow(passage, sentence) ? headOf(passage, sentence) : {};
  const line = header === undefined && section === undefined ? lineOf(passage, sentence) : undefined;
  return [header, section, line].flatMap((span) => (span === undefined ? [] : [span]));
}

/** The rows of one passage are asked about one after the other, and it may be a long page. The lines go with the passage. */
const linesByPassage = new WeakMap<Passage, readonly Line[]>();

function linesIn(passage: Passage): readonly Line[] {
  const lines = linesByPassage.get(passage) ?? linesOf(passage.text);
  linesByPassage.set(passage, lines);
  return lines;
}

/** {@link tableHead} of a row, in the page's offsets. */
function headOf(passage: Passage, sentence: PassageSentence): TableHead {
  const { header, section } = tableHead(linesIn(passage), sentence.start - passage.start, announcementOf(sentence));
  const placed = ({ start, end }: Span) => ({ start: passage.start + start, end: passage.start + end });
  return { ...(header === undefined ? {} : { header: placed(header) }), ...(section === undefined ? {} : { section: placed(section) }) };
}

/** Where a sentence's announcement stands before it, to the letter. */
function lineOf(passage: Passage, sentence: PassageSentence): Span | undefined {
  const announcement = announcementOf(sentence);
  const at = announcement === "" ? -1 : passage.text.lastIndexOf(announcement, sentence.start - passage.start - announcement.length);
  return at === -1 ? undefined : { start: passage.start + at, end: passage.start + at + announcement.length };
}

/** The innermost part of a sentence's context. */
function announcementOf({ context }: PassageSentence): string {
  return context.split(CONTEXT_SEPARATOR).at(-1) ?? "";
}

function isRow(passage: Passage, { start, end }: PassageSentence): boolean {
  return textOf({ passage, start, end }).includes(CELL_SEPARATOR);
}

/** The end of the last item behind a lead-in that still fits. */
function endOfList(passage: Passage, index: number): number {
  const lead = passage.sentences[index];
  if (lead === undefined) return 0;
  const text = textOf({ passage, start: lead.start, end: lead.end });
  let end = lead.end;
  for (const item of passage.sentences.slice(index + 1)) {
    if (announcementOf(item) !== text || item.end - lead.start > LONGEST_LIST) break;
    end = item.end;
  }
  return end;
}

function isBeside(passage: Passage, end: number, start: number): boolean {
  return /^[\s\-*•·–]*$/u.test(textOf({ passage, start: end, end: start }));
}

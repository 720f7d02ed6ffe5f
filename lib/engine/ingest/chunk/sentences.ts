import type { SentenceSpan } from "@/lib/engine/ingest/parsed";

/** Sentences longer than this are cut at a space, since nobody wants to be shown more and no model reads more at once. */
export const LONGEST_SENTENCE = 1_200;

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** Words that end in a full stop and rarely end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:e\.g|i\.e|cf|vs|etc|approx|ca|incl|excl|resp|al|Dr|Mr|Mrs|Ms|Prof|Sr|Jr|St|No|Nos|Nr|Art|Sec|Fig|Figs|Eq|Tab|Ch|Vol|pp|p|Inc|Ltd|Corp|Co|Bros|Gen|Gov|Sen|Rep|Rev|Hon|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|z\.B|d\.h|u\.a|bzw|ggf|S|Abs|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.\s*$/;
/** After these an end is likelier than not when a capital letter follows. */
const MAY_END = /(?:etc|Inc|Ltd|Corp|Co|Jr|Sr|al|U\.S|U\.K|E\.U|a\.m|p\.m|D\.C)\.\s*$/;
/** Words that begin a sentence more often than they follow a name or an abbreviation inside one. */
const SENTENCE_OPENER = /^(?:The|This|These|Those|That|It|We|Our|You|Your|They|Their|He|She|If|When|While|In|On|At|For|As|An?|And|But|However|All|Each|Any|No|There|To|By|From|With|After|Before|During)\b/;
/** A numbered list's mark, or a section's number, at the end of what the segmenter took for a sentence. */
const BARE_NUMBER = /(?:^|\s)(?:\d{1,3}|[ivxlc]{1,5}|[a-z])[.)]\s*$/;

/** The sentences of a stretch of text as spans, trimmed, in order and together covering every character that is not white space. */
export function sentencesIn(text: string, from: number, to: number): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = from;
  for (const { segment, index } of SEGMENTER.segment(text.slice(from, to))) {
    const end = from + index + segment.length;
    if (end < to && !endsHere(text.slice(start, end), text.slice(end, end + 24))) continue;
    spans.push(...cutLong(text, trimmed(text, start, end)));
    start = end;
  }
  return spans;
}

function endsHere(sentence: string, next: string): boolean {
  if (/\n\s*$/.test(sentence)) return true;
  if (/^\s*[a-z]/.test(next) || BARE_NUMBER.test(sentence)) return false;
  if (!ABBREVIATION.test(sentence)) return true;
  return MAY_END.test(sentence) && SENTENCE_OPENER.test(next.trimStart());
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): SentenceSpan {
  const piece = text.slice(start, end);
  return { start: start + piece.length - piece.trimStart().length, end: end - (piece.length - piece.trimEnd().length) };
}

/** Cuts a span that is too long at the last space before the limit, never inside a surrogate pair. */
export function cutLong(text: string, { start, end }: SentenceSpan, limit = LONGEST_SENTENCE): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = start;
  while (end - from > limit) {
    const space = lastSpace(text, from + limit / 2, from + limit);
    const at = space ?? afterPair(text, from + limit);
    spans.push(trimmed(text, from, at));
    from = trimmed(text, at, end).start;
  }
  if (from < end) spans.push({ start: from, end });
  return spans.filter((span) => span.end > span.start);
}

function lastSpace(text: string, from: number, to: number): number | undefined {
  for (let at = to; at > from; at -= 1) if (/\s/.test(text.charAt(at))) return at;
  return undefined;
}

function afterPair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

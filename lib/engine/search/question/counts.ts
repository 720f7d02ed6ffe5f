import { readNumber } from "@/lib/platform/words/numbers";
import { stem } from "@/lib/platform/words/stem";
import { fold, isStopWord } from "@/lib/platform/words/terms";

/** A number with what it counts, measures or dates: "three sessions", "12 April", "45 mm". */
export interface Count {
  /** Ordinals are another kind of number: "34th". */
  number: string;
  /** The stem of the word behind it. */
  of: string;
}

/** Numbers, words and what ends a phrase. */
const TOKEN = /(?<![\p{L}\d][-.]?)\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}[\p{L}\d]*|%|[.,;:!?|()\n]/gu;
const WORD = /^(?:\p{L}{2,}|%)$/u;
const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH_FIRST = new RegExp(`\\b(${MONTHS.join("|")}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, "g");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS.join("|")})\\b`, "g");
const MONTH_STEMS = new Set(MONTHS.map(stem));

/** "How many" asks for a number, and "which two" says how many answers there are: such numbers are not given. */
const ASKED_FOR = /\bhow (?:many|much|long|often|old|far|large|big|high)\b/;
const WANTED = /\b(?:what|which|who|whose|name|list|give|these|those|the|of the)(?: (?:are|were|is|was|other|the|main|top))* \w+(?:-\w+)?(?= )/g;
/** Before or behind a number these bound it, or make it one of a series: what holds for it holds for other numbers as well. */
const BOUND_BEFORE = /(?:\b(?:to|at least|at most|over|above|below|under|than|within|from|between|and|or|after|before|until|till|by|per|each|every|last|next|past|first|top|maximum|minimum|limit|about|around|since|through|only)|[-–])$/;
const BOUND_BEHIND = /^(?:[-–]|(?:or|and) (?:more|less|above|below|over|up|later|higher|lower)\b|to\b|through\b|until\b|onwards\b|each\b|per\b)/;

/** The counts that a question, in English, gives, and by which what answers it can be told. */
export function countsAsked(question: string): Count[] {
  const text = fold(question);
  if (ASKED_FOR.test(text)) return [];
  return countsIn(text.replace(WANTED, (phrase) => (readNumber(phrase.split(/[ -]/).slice(-1)) === undefined ? phrase : " , ")), true);
}

/**
 * Whether a sentence says of another number what the question says of one: "five minutes" is asked about, and the sentence says "three minutes".
 * Not where the passage names the number at all, or where it names several of that kind: a scale, in which what is asked may lie between.
 */
export function hasOtherCount(asked: readonly Count[], sentence: string, passage: string): boolean {
  if (asked.length === 0) return false;
  const said = countsIn(fold(sentence), true);
  return asked.some(({ number, of }) => {
    if (!said.some((count) => count.of === of && count.number !== number)) return false;
    const text = fold(passage);
    if (numbersIn(text).has(number)) return false;
    return MONTH_STEMS.has(of) || new Set(countsIn(text, false).flatMap((count) => (count.of === of ? [count.number] : []))).size < 2;
  });
}

/** The counts of a folded text; `bare` leaves out those that are bounds or one of a series. */
function countsIn(text: string, bare: boolean): Count[] {
  const dated = text.replace(MONTH_FIRST, "$2 $1 ,").replace(DAY_FIRST, "$1 $2");
  const tokens = [...dated.matchAll(TOKEN)];
  const words = tokens.map(([token]) => token);
  const counts: Count[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const read = readNumber(words.slice(index, index + 3));
    if (read === undefined) continue;
    const subject = subjectOf(words.slice(index + read.length));
    const from = tokens[index]?.index ?? 0;
    const last = tokens[index + read.length - 1];
    const to = last === undefined ? from : last.index + last[0].length;
    if (subject !== undefined && !(bare && isBounded(dated.slice(0, from), dated.slice(to)))) counts.push({ number: written(read), of: subject });
    index += read.length - 1;
  }
  return counts;
}

function isBounded(before: string, behind: string): boolean {
  return BOUND_BEFORE.test(before.replace(/(?:\s+(?:the|an?))*\s*$/, "")) || BOUND_BEHIND.test(behind.trimStart());
}

/** The stem of the word that a number belongs to: the next one about the subject within the phrase, one word in between at most. */
function subjectOf(words: readonly string[]): string | undefined {
  const phrase = words.slice(0, 2);
  const end = phrase.findIndex((word) => !WORD.test(word));
  const of = (end === -1 ? phrase : phrase.slice(0, end)).find((word) => !isStopWord(word) || MONTHS.includes(word));
  return of === undefined ? undefined : of === "%" ? "percent" : stem(of);
}

function numbersIn(text: string): Set<string> {
  const words = text.match(TOKEN) ?? [];
  return new Set(words.flatMap((_, index) => {
    const read = readNumber(words.slice(index, index + 3));
    // "10.7 billion yuan" may be written as "10.7 yuan".
    return read === undefined ? [] : [written(read), words[index] ?? ""];
  }));
}

function written({ value, isOrdinal }: { value: number; isOrdinal: boolean }): string {
  return isOrdinal ? `${value}th` : String(value);
}

import { AMBIGUOUS_MONTHS, MONTHS } from "@/lib/engine/search/question/months";
import { capitalised, inAnyCase } from "@/lib/platform/words/any-case";
import { readNumber } from "@/lib/platform/words/numbers";
import { stem } from "@/lib/platform/words/stem";
import { fold, isStopWord } from "@/lib/platform/words/terms";

/** A number with what it counts, measures or dates: "three sessions", "12 April", "45 mm". */
export interface Count {
  value: number;
  /** "34th": one of a row. */
  isOrdinal: boolean;
  /** The stem of the word behind it, or a month. */
  of: string;
}

/** Numbers, words and what ends a phrase. A number that is part of a name, a time or a longer number is none: "MI6", "9:30", "24/7", "10 000". */
const TOKEN = /(?<![\p{L}\d][-.,:/]?|\d )\d+(?:,\d{3})*(?:\.\d+)?(?![:/,]?\d| \d)(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}[\p{L}\d]*|%|[.,;:!?|()\n]/gu;
/** "MI6" and "COVID-19" hold their numbers all the same. */
const ANY_NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}+/gu;
const WORD = /^(?:\p{L}{2,}|%)$/u;
/** Dates are read with the day before the month. "may" and "march" without a capital are no months. */
const MONTH_NAMES = MONTHS.map((month) => (AMBIGUOUS_MONTHS.includes(month) ? capitalised(month) : inAnyCase(month)));
const MONTH_FIRST = new RegExp(`\\b(${MONTH_NAMES.join("|")}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, "g");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAMES.join("|")})\\b`, "g");

/** "How many" asks for a number; one's own case ("Can I … for 3 days") lies within rules that name other numbers. */
const OF_ONES_OWN = /\b(?:[Hh]ow (?:many|much|long|often|old|far|large|big|high)|I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us|one)\b/;
/** "Which two", "name three": so many answers are wanted. */
const WANTED = /\b(?:what|which|who|whose|name|list|give|tell|mention|describe|explain|show|these|those|the)(?: (?:are|were|is|was|other|the|main|me|us))* [\p{L}\d]+(?= )/giu;
/** A number in capitals' wake is a name's: "Windows 11 laptops". */
const NAME_BEFORE = /\S\s+\P{L}?\p{Lu}[\p{L}\d-]*\s*$/u;
/** A text with these sets a bound, a period or a series, and what is asked may lie within. */
const BOUNDS =
  /(?<!\p{L})(?:max(?:imum)?|min(?:imum)?|limit(?:s|ed)?|cap(?:acity)?|exceed(?:s|ing)?|reach(?:es)?|beyond|more|less|fewer|(?:long|high|larg|bigg|old|young|lat|great)er|up to|at least|at most|start(?:s|ing)?|as of|effective|period|default|advance|ahead|prior|notice|threshold|per|each|every|(?:above|over|under|below|within|between|from|than|before|after|until|till|by|since|through|only|about|around|last|next|past|first|top)(?: \p{L}+)?(?= [\d,.]*\d| (?:two|three|four|five|six|seven|eight|nine|ten)\b))(?!\p{L})|[<>≤≥–]|\d\+|\d-\d/u;

/** The counts that a question, in English, gives of something that has a certain number. */
export function countsAsked(question: string): Count[] {
  if (OF_ONES_OWN.test(question)) return [];
  const bare = question.replace(WANTED, (phrase) => (readNumber([fold(phrase.split(" ").at(-1) ?? "")])?.isOrdinal === false ? " , " : phrase));
  return BOUNDS.test(fold(bare)) ? [] : countsIn(bare);
}

/**
 * Whether a sentence says of a smaller number what the question says of one: "five minutes" are asked about, and it says "three minutes". A larger
 * one may hold what is asked, but for dates and places in a row. Not where the passage names the number at all, where it names several of that
 * kind (a scale, in which what is asked may lie between), and where the sentence sets a bound.
 */
export function hasOtherCount(asked: readonly Count[], sentence: string, passage: string): boolean {
  if (asked.length === 0 || BOUNDS.test(fold(sentence))) return false;
  const said = countsIn(sentence);
  return asked.some((count) => said.some((other) => isOther(count, other)) && !numbersIn(passage).has(count.value) && (isExact(count) || !isScale(count, passage)));
}

function isOther(asked: Count, said: Count): boolean {
  if (said.of !== asked.of || said.isOrdinal !== asked.isOrdinal) return false;
  return isExact(asked) ? said.value !== asked.value : 1 < said.value && said.value < asked.value;
}

function isExact({ isOrdinal, of }: Count): boolean {
  return isOrdinal || MONTHS.includes(of);
}

function isScale({ of }: Count, passage: string): boolean {
  return new Set(countsIn(passage).flatMap((count) => (count.of === of ? [count.value] : []))).size > 1;
}

function countsIn(text: string): Count[] {
  const dated = text.replace(MONTH_FIRST, "$2 $1 ,").replace(DAY_FIRST, "$1 $2");
  const tokens = [...dated.matchAll(TOKEN)];
  const words = tokens.map(([token]) => fold(token));
  const counts: Count[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const read = readNumber(words.slice(index, index + 3));
    if (read === undefined) continue;
    const of = subjectOf(words.slice(index + read.length, index + read.length + 2));
    const at = tokens[index]?.index ?? 0;
    if (of !== undefined && (MONTHS.includes(of) || !NAME_BEFORE.test(dated.slice(Math.max(0, at - 40), at)))) counts.push({ value: read.value, isOrdinal: read.isOrdinal, of });
    index += read.length - 1;
  }
  return counts;
}

/** The stem of the first of a phrase's words that is about the subject; a month as it is. */
function subjectOf(words: readonly string[]): string | undefined {
  const end = words.findIndex((word) => !WORD.test(word));
  const of = (end === -1 ? words : words.slice(0, end)).find((word) => MONTHS.includes(word) || !isStopWord(word));
  if (of === undefined || of === "am" || of === "pm") return undefined;
  if (of === "%") return "percent";
  return MONTHS.includes(of) ? of : stem(of);
}

/** Every number that a text names, as it stands there and with its scale. */
function numbersIn(text: string): Set<number> {
  const words = fold(text).match(ANY_NUMBER) ?? [];
  return new Set(
    words.flatMap((word, index) => {
      const read = readNumber(words.slice(index, index + 3));
      return read === undefined ? [] : [read.value, readNumber([word])?.value ?? read.value];
    }),
  );
}

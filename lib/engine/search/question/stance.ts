import { type Count, countsAsked, hasOtherCount } from "@/lib/engine/search/question/counts";
import { hasOtherMonth, monthsAsked } from "@/lib/engine/search/question/months";
import { isInRange, placesOf, placesWithNumber } from "@/lib/engine/search/question/range";
import { inAnyCase } from "@/lib/platform/words/any-case";
import { ORDINALS } from "@/lib/platform/words/numbers";
import { areContrary, deniedIn, isOneOfAKind, type Qualifier, qualifiersIn, saysNo, stemsIn } from "@/lib/platform/words/opposites";
import { stem } from "@/lib/platform/words/stem";
import { fold } from "@/lib/platform/words/terms";

/** What a sentence can turn around in a question that asks for something: what the question denies, and what it says of what. */
export interface Stance {
  /** Stems. */
  denied: readonly string[];
  qualifiers: readonly Qualifier[];
  /** Things that have a number: "Section 4.2", "Henry II". */
  numbered: readonly Numbered[];
  /** "Three sessions", "12 April". */
  counts: readonly Count[];
  /** By their first three letters. */
  months: readonly string[];
}

/** A thing with its number, folded. */
export interface Numbered {
  thing: string;
  written: string;
  /** Roman numerals as Arabic ones. */
  number: string;
}

/** Where a sentence stands. */
export interface Surroundings {
  sentence: string;
  /** The sentence with its neighbours, and the headings over them. */
  near: string;
  /** The whole passage with its headings and the headers of its tables. */
  passage: string;
}

/** How a sentence turns a question around: it affirms what is denied, or it speaks of the contrary. */
export type Turn = "affirms" | "contrary";

/** Questions for a yes or a no: a sentence that says the contrary answers them. */
const YES_OR_NO =
  /(?:^\W*|[,;:]\s*)(?:is|are|was|were|am|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)\b|\b(?:tell|know|see|say|check|sure)\b.*\bif\b|\bwhether\b|\bor not\b/i;
/** Whoever asks how to get somewhere is told of where one is as well: "How do I import contacts?", "Export them first". */
const HOW_TO = /\bhow (?:do|does|can|could|should|must|would) (?:i|we|you|one|people|users)\b|\bhow to\b/i;
/** A reason is asked for, or a case is set: what is denied then is given, and not asked for. */
const GIVEN = /\b(?:why|reasons?|how come|if|when|whenever|in case|after|until|once|because|although|while)\b/i;
/** Parts of documents, buildings and scales, which have numbers. */
const PARTS = "section article clause paragraph chapter appendix annex version release phase stage step tier level grade band type class table figure severity".split(" ");
/** Such a part, or a name behind the first word with a Roman numeral. */
const NUMBERED = new RegExp(
  `(?<!\\p{L})(?:(${PARTS.map(inAnyCase).join("|")})\\s+(\\d{1,3}(?:\\.\\d+)*|[IVX]{1,5})|(?<=\\S\\s+\\P{L}{0,2})(\\p{Lu}\\p{L}+)\\s+([IVX]{1,5}))(?![\\p{L}\\p{N}%])`,
  "gu",
);
/** What stands for a noun that was named before: "install it", "the late one", "private ones." */
const STANDS_ALONE = /^(?:\s+(?:it|them|this|that|these|those|ones?|and|or|nor|as well as)(?!\p{L})|\s*(?:[.,;:!?)/&]|$))/u;
const BEHIND_WORD = /[\p{L}\p{N}]$/u;
/** For each of the ordinals, in their order, what says it by a number: "Q3", "3", "3rd". */
const BY_NUMBER = ORDINALS.map((_, index) => new RegExp(`(?<![\\p{L}\\p{N}.])(?:[qh]?${index + 1}|${index + 1}(?:st|nd|rd|th))(?![\\p{L}\\p{N}])`, "u"));
const ROMAN = ["0", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

/** The stance of a question in English; undefined for one that asks for a yes or a no. */
export function stanceOf(text: string): Stance | undefined {
  if (YES_OR_NO.test(text)) return undefined;
  const isGiven = GIVEN.test(text);
  const isExact = !isGiven && !HOW_TO.test(text);
  return {
    denied: isGiven ? [] : deniedIn(text),
    qualifiers: HOW_TO.test(text) ? [] : oneSided(qualifiersIn(text)),
    numbered: numberedIn(text),
    counts: isExact ? countsAsked(text) : [],
    months: isExact ? monthsAsked(text) : [],
  };
}

/** Further words of a pasted page say no more about what is asked; it bounds the work. */
const MOST_QUALIFIERS = 48;

/** What a question says both of, "from the free plan to the paid plan", cannot be turned around. */
function oneSided(qualifiers: readonly Qualifier[]): Qualifier[] {
  const first = qualifiers.slice(0, MOST_QUALIFIERS);
  return first.filter(({ word }) => !first.some((other) => areContrary(word, other.word)));
}

/**
 * How a sentence turns a question around, if it does. It is the contrary where "the lowest bid" is asked for and the sentence tells of the highest
 * one, or of Section 4.1 where it is 4.2, and the passage does not speak of what is asked as well. It affirms where the question asks for what is
 * not, and nothing near the sentence says no.
 */
export function turnOf(stance: Stance, { sentence, near, passage }: Surroundings): Turn | undefined {
  const { denied, qualifiers, numbered, counts, months } = stance;
  if (saysContrary(qualifiers, sentence, passage) || numbered.some((one) => hasOtherNumber(one, sentence, passage))) return "contrary";
  if (hasOtherCount(counts, sentence, passage) || hasOtherMonth(months, fold(sentence), fold(passage))) return "contrary";
  return affirms(sentence, denied) && !saysNo(near) && !deniedIn(passage).some((stem) => denied.includes(stem)) ? "affirms" : undefined;
}

function affirms(sentence: string, denied: readonly string[]): boolean {
  if (denied.length === 0) return false;
  const said = stemsIn(sentence);
  return denied.some((stem) => said.has(stem));
}

function saysContrary(asked: readonly Qualifier[], sentence: string, passage: string): boolean {
  const said = qualifiersIn(sentence);
  const folded = fold(sentence);
  return asked.some(({ word, of }) => {
    const contrary = said.find((qualifier) => qualifier.of === of && areContrary(word, qualifier.word));
    if (contrary === undefined || (isOneOfAKind(word) && isInRange(placesOf(contrary.word, folded), folded))) return false;
    return !speaksOf({ word, of }, contrary.word, passage);
  });
}

/** Whether a passage speaks of what is asked beside its contrary: of the thing itself, of it without its name, or by a number. */
function speaksOf({ word, of }: Qualifier, contrary: string, passage: string): boolean {
  const own = stem(word);
  const isMeant = (other: string) => stem(other) === own || (!isOneOfAKind(word) && areContrary(other, contrary));
  if (qualifiersIn(passage).some((qualifier) => qualifier.of === of && isMeant(qualifier.word))) return true;
  const folded = fold(passage);
  if (placesOf(word, folded).some(({ start, end }) => !BEHIND_WORD.test(folded.slice(0, start)) && STANDS_ALONE.test(folded.slice(end)))) return true;
  return BY_NUMBER[ORDINALS.indexOf(word)]?.test(folded) === true;
}

function numberedIn(text: string): Numbered[] {
  return [...text.matchAll(NUMBERED)].map(([, part, partNumber, name, nameNumber]) => {
    const written = fold(partNumber ?? nameNumber ?? "");
    return { thing: fold(part ?? name ?? ""), written, number: arabic(written) };
  });
}

function arabic(number: string): string {
  const place = ROMAN.indexOf(number);
  return place === -1 ? number : String(place);
}

function hasOtherNumber({ thing, number }: Numbered, sentence: string, passage: string): boolean {
  const there = numberedIn(`. ${sentence}`).filter((other) => other.thing === thing);
  if (there.length === 0) return false;
  const folded = fold(sentence);
  const isMeant = (other: Numbered) => other.number === number || number.startsWith(`${other.number}.`) || (PARTS.includes(thing) && isInRange(placesWithNumber(thing, other.written, folded), folded));
  if (there.some(isMeant)) return false;
  return !(fold(passage).match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? []).some((word) => arabic(word) === number);
}

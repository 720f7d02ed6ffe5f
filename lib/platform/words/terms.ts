import { stem } from "@/lib/platform/words/stem";
import { STOP_WORDS } from "@/lib/platform/words/stop-words";

/** Terms longer than this (a base64 blob, a hash) are cut, so that they stay findable by their beginning. */
const LONGEST_TERM = 64;

/** Text that folding only lowers: most of English, and much faster so. */
const PLAIN = /^[\x00-\x7f]*$/;

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
/** A run of CJK, or a word with what may stand inside one: `INV-2024-0042`, `4.2`, `1,000`, `R&D`, `name@host`, `don't`. */
const WORD = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+(?:[-_.,:/'’&@+](?:(?![${CJK}])[\\p{L}\\p{N}])+)*`, "gu");
/** The same for plain text, several times as fast. */
const PLAIN_WORD = /[a-z0-9]+(?:[-_.,:/'&@+][a-z0-9]+)*/g;
const CJK_RUN = new RegExp(`^[${CJK}]`, "u");
/** `401(k)`, `employee(s)`: a short ending in brackets belongs to the word before it. */
const BRACKETED_ENDING = /(?<=[\p{L}\p{N}])\((\p{L}{1,2})\)/gu;
const NUMBER = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)*$/;

/** Text in the form that words are compared in: compatible characters made one, lower case, no accents, plain apostrophes. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/’/g, "'").toLowerCase();
}

/** The words of a text in order, folded, stop words and all; an identifier is one word here. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  const whole = folded.includes("(") ? folded.replace(BRACKETED_ENDING, "$1") : folded;
  return whole.match(PLAIN.test(whole) ? PLAIN_WORD : WORD) ?? [];
}

/**
 * The index terms of a text, in order and with repeats: stems without stop words, numbers without their thousands'
 * commas, identifiers whole and in parts, CJK as pairs of characters.
 */
export function termsOf(text: string): string[] {
  return termsOfWords(wordsOf(text));
}

/** The same of words that are at hand, as {@link wordsOf} gives them. */
export function termsOfWords(words: readonly string[]): string[] {
  return words.flatMap(rememberedTerms);
}

/** Whether a folded word is one of the words that say nothing about the subject, in English. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.en.has(word) || STOP_WORDS.en.has(word.replace(/'.*$/, ""));
}

/** Words recur, and stemming is what costs: a pure function's results, kept up to a bound. */
const remembered = new Map<string, string[]>();
const MOST_REMEMBERED = 50_000;

function rememberedTerms(word: string): string[] {
  let terms = remembered.get(word);
  if (terms === undefined) {
    terms = termsOfWord(word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, terms);
  }
  return terms;
}

function termsOfWord(word: string): string[] {
  if (CJK_RUN.test(word)) return pairs(word);
  if (NUMBER.test(word)) return [word.replaceAll(",", "")];
  const bare = word.replace(/'s?$|'s$/, "");
  if (/^[\p{L}']+$/u.test(bare)) return isStopWord(bare) ? [] : [stem(bare.replaceAll("'", "")).slice(0, LONGEST_TERM)];
  const parts = bare.split(/[^\p{L}\p{N}.]+/u).flatMap(partsOf);
  const terms = parts.filter((part) => part !== "" && !isStopWord(part)).map((part) => stem(part).slice(0, LONGEST_TERM));
  return terms.some((term) => term !== bare) && /\d/.test(bare) ? [bare.slice(0, LONGEST_TERM), ...terms] : terms;
}

/** `4.2` stays whole, `node.js` falls apart; `FY2022` and `2024Q2` also hold the year. */
function partsOf(part: string): string[] {
  if (/^[\d.]+$/.test(part)) return [part];
  return part.split(".").flatMap((piece) => [piece, ...(/\p{L}/u.test(piece) ? (piece.match(/\d{4,}/g) ?? []) : [])]);
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

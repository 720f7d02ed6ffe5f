import type { KnownTerm } from "@/lib/engine/search/index/known-terms";
import { typingDistance } from "@/lib/engine/search/question/typing-distance";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import { termsOf, wordsOf } from "@/lib/platform/words/terms";

/** A word of the question that the project does not have, with the stem of one that it has. */
export interface Correction {
  /** Folded. */
  word: string;
  term: string;
}

/** Shorter words are too near to too many others. */
const SHORTEST = 5;
/** A word of this length may have two slips. */
const LONG = 10;
/** So many letters of a word its stem may have lost. */
const LONGEST_ENDING = 5;

/** The words of a text that stand nowhere in the project and may be slips of typing: long enough, letters only, and no common words. */
export function unknownWords(text: string, isUnknown: (term: string) => boolean, isCommon: (word: string) => boolean): string[] {
  const words = wordsOf(text).filter((word) => word.length >= SHORTEST && /^\p{L}+$/u.test(word));
  return [...new Set(words)].filter((word) => {
    const terms = termsOf(word);
    return terms.length === 1 && terms.every(isUnknown) && !isCommon(word);
  });
}

/** The stem that a word was most likely meant to have, if one of the project's is near enough; of equally near ones the more frequent. */
export function nearestTerm(word: string, known: readonly KnownTerm[]): string | undefined {
  const most = word.length >= LONG ? 2 : 1;
  const near = known
    .filter(({ term }) => term.length >= SHORTEST - 1 && term.length >= word.length - LONGEST_ENDING)
    .map(({ term, chunks }) => ({ term, chunks, distance: typingDistance(word, term) }))
    .filter(({ distance, term }) => distance <= most && distance * 4 <= term.length);
  near.sort((a, b) => a.distance - b.distance || b.chunks - a.chunks || (a.term < b.term ? -1 : 1));
  return near[0]?.term;
}

/** The question with each corrected word as the passages spell it, most often; a word that none of them has stays as it is. */
export function rewritten(text: string, corrections: readonly Correction[], passages: readonly Passage[]): string {
  let result = text;
  for (const { word, term } of corrections) {
    const spellings = new Map<string, number>();
    for (const other of passages.flatMap((passage) => wordsOf(passage.text))) {
      if (termsOf(other).includes(term)) spellings.set(other, (spellings.get(other) ?? 0) + 1);
    }
    const [spelling] = [...spellings].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (spelling !== undefined) result = result.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu"), spelling);
  }
  return result;
}

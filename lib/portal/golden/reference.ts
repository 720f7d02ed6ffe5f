import { numbersIn } from "@/lib/portal/golden/number";

/** How an answer compares with a reference answer. */
export interface ReferenceComparison {
  passed: boolean;
  /** Distinct words and numbers of the reference that the answer holds, of how many. */
  held: number;
  total: number;
  /** Those it does not hold, numbers first. */
  missing: string[];
}

/** The share of the reference's words that must come back; its numbers must all. */
export const REFERENCE_SHARE = 0.6;

/** Words that carry no fact of their own in a reference; longer ones do. */
const SHORTEST_WORD = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Compares by words, without regard to order, case and endings after the sixth letter; numbers as numbers. Scripts without
 * spaces are compared by pairs of characters.
 */
export function compareReference(answer: string, reference: string): ReferenceComparison {
  const [wanted, found] = [termsOf(reference), termsOf(answer)];
  const [wantedNumbers, foundNumbers] = [valuesIn(reference), valuesIn(answer)];
  const missingNumbers = [...wantedNumbers].filter((value) => !foundNumbers.has(value));
  const missingWords = [...wanted].filter(([term]) => !found.has(term)).map(([, word]) => word);
  const words = wanted.size;
  const enough = words === 0 || (words - missingWords.length) / words >= REFERENCE_SHARE;
  const total = words + wantedNumbers.size;
  const missing = [...missingNumbers, ...missingWords];
  return { passed: enough && missingNumbers.length === 0 && total > 0, held: total - missing.length, total, missing };
}

function valuesIn(text: string): Set<string> {
  return new Set(numbersIn(text).map(({ value }) => value));
}

/** The terms to compare by, each with the word as written. */
function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const [word] of text.normalize("NFKC").matchAll(/[\p{L}\p{M}]+/gu)) {
    for (const piece of UNSPACED.test(word) ? pairsOf(word) : [word]) {
      const term = piece.toLowerCase();
      if (UNSPACED.test(piece) || [...term].length >= SHORTEST_WORD) terms.set([...term].slice(0, 6).join(""), piece);
    }
  }
  return terms;
}

function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}

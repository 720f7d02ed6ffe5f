import { termsOf, wordsOf } from "@/lib/platform/words/terms";

/** One earlier turn of the session, oldest first in a list. */
export interface Turn {
  question: string;
  answer: string;
}

/** A question that opens like this goes on with the one before it. */
const GOES_ON = /^\W*(?:and|but|or|so|also|what about|how about|what if|then|und|aber|et|mais|y|pero)\b/i;
/** Words that stand for something said before, unless the question names it itself. */
const STANDS_FOR = new Set(["it", "its", "they", "them", "their", "this", "that", "these", "those", "there", "he", "she", "him", "her", "one", "ones", "same", "else", "instead"]);
/** A question with fewer terms than this, and a word that points back, is not understood alone. */
const ENOUGH_TERMS = 5;

/**
 * The text to search for: the question alone, or, where it leans on what was said ("and for part-timers?"), behind the
 * last question that stood on its own.
 */
export function inContext(question: string, history: readonly Turn[]): string {
  if (!leansOnEarlier(question)) return question;
  const earlier = [...history].reverse().find((turn) => !leansOnEarlier(turn.question)) ?? history[0];
  return earlier === undefined ? question : `${earlier.question} ${question}`;
}

function leansOnEarlier(question: string): boolean {
  const terms = new Set(termsOf(question)).size;
  if (GOES_ON.test(question) || terms < 2) return true;
  return terms < ENOUGH_TERMS && wordsOf(question).some((word) => STANDS_FOR.has(word));
}

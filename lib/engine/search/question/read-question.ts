import type { IndexModel } from "@/lib/engine/search/model/index-model";
import { type ExpectedAnswer, expectedAnswer } from "@/lib/engine/search/question/expected-answer";
import { type Stance, stanceOf } from "@/lib/engine/search/question/stance";
import { yearsAsked } from "@/lib/engine/search/question/years";
import { languageOf } from "@/lib/platform/words/language";
import type { Language } from "@/lib/platform/words/stop-words";
import { termsOf, wordsOf } from "@/lib/platform/words/terms";

/** A question as ranking sees it. */
export interface Question {
  text: string;
  /** The embedding, a unit vector; empty where there is none, and words alone count. */
  vector: Float32Array;
  /** What the vector is of; undefined where there is none. */
  model: IndexModel | undefined;
  language: Language;
  /** Its distinct index terms, in order. */
  terms: readonly string[];
  /** All its words, folded. */
  words: ReadonlySet<string>;
  /** The names and numbers in it, each as its terms: what a passage that answers it is likely to name as well. */
  names: readonly (readonly string[])[];
  /** The years that it asks about. */
  years: readonly string[];
  expected: ExpectedAnswer;
  /** What a passage can turn around; undefined where there is nothing. */
  stance: Stance | undefined;
}

/** More terms than this say no more about what is asked; it bounds the work for a pasted page. */
const MOST_TERMS = 48;
/** Capitalised words behind the first, and anything with a digit. */
const NAMED = /(?<=\S\s+\P{L}{0,2})\p{Lu}[\p{L}\p{N}-]*|\p{L}*\d[\p{L}\p{N}.,-]*/gu;

/** Reads a question's words. `embedded` is its vector with the model that it is of; without one, words alone count. */
export function readQuestion(text: string, embedded?: { vector: Float32Array; model: IndexModel }): Question {
  const language = languageOf(text);
  return {
    text,
    vector: embedded?.vector ?? new Float32Array(),
    model: embedded?.model,
    language,
    terms: [...new Set(termsOf(text))].slice(0, MOST_TERMS),
    words: new Set(wordsOf(text)),
    years: yearsAsked(text),
    names: [...new Set(text.match(NAMED) ?? [])].map(termsOf).filter((name) => name.length > 0),
    expected: language === "en" ? expectedAnswer(text) : "anything",
    stance: language === "en" ? stanceOf(text) : undefined,
  };
}

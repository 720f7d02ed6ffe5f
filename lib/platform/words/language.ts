import { type Language, STOP_WORDS } from "@/lib/platform/words/stop-words";
import { wordsOf } from "@/lib/platform/words/terms";

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LANGUAGES = ["en", "de", "fr", "es"] as const;

/**
 * The language of a question or passage, told by its stop words (CJK by its characters). `en` wins a tie, because it is
 * the tuned case, and `other` is what has words of no list.
 */
export function languageOf(text: string): Language {
  const characters = text.match(CJK)?.length ?? 0;
  if (characters > 0 && characters * 3 >= text.replace(/\s/g, "").length) return "cjk";
  const words = wordsOf(text);
  const counts = LANGUAGES.map((language) => words.filter((word) => STOP_WORDS[language].has(word)).length);
  const best = Math.max(...counts);
  if (best > 0) return LANGUAGES[counts.indexOf(best)] ?? "other";
  return /^[\p{ASCII}]*$/u.test(text) ? "en" : "other";
}

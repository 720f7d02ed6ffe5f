import type { Question } from "@/lib/engine/search/question/read-question";
import { namesYear } from "@/lib/engine/search/question/years";
import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { bestOf, type RankedPassage, WORDING_WEIGHT } from "@/lib/engine/search/ranking/rank-passages";
import { sentenceTerms, wholeTerms, wholeText } from "@/lib/engine/search/ranking/whole-passage";

/** How far an answer can be trusted. */
export interface Grounding {
  kind: "answered" | "uncertain" | "refused";
  /** Probability that the passages answer the question, 0–1. */
  confidence: number;
}

/**
 * The thresholds on the strength of the best passage. Below the first, questions about something else end (nearly all of
 * them, and of those with an answer 3 %); below the second, less than half of the answers hold. `npm run eval` prints the
 * figures for every threshold.
 */
const THRESHOLDS = { refused: 1.17, uncertain: 1.5 };
/** From this many live chunks on the thresholds stand as they are. */
const MANY_CHUNKS = 300;
/** In a tenth as many chunks the best passage for a question about something else is weaker by about this much. */
const LOWER_EACH_TENTH = 0.17;
const LOWEST = 0.23;
/**
 * What is taken off when none of the names and numbers in the question stands in the best passage, when none stands by its best sentence (less for
 * some of them), and when any is missing there.
 */
const MISSING_NAMES = { passage: 0.2, sentence: 0.3, any: 0.1 };
/**
 * What is taken off when the best passage lacks a year that the question asks about: it names none at all, it names another one, and none of the
 * passages found names it. The last ends nearly every question.
 */
const OTHER_YEAR = { undated: 0.3, dated: 0.4, everywhere: 1.2 };

/** What is taken off when the best passage speaks of the contrary of what is asked: it ends nearly every question. */
const CONTRARY = 0.9;
/** The most that is left where the best passage affirms what the question denies: it says so beside it, for the answer may lie in what it leaves out. */
const AFFIRMED = 1.45;

/** Judges whether the ranked passages, found among that many live chunks, are likely to answer the question at all. */
export function groundingOf(question: Question, ranked: readonly RankedPassage[], liveChunks: number): Grounding {
  const [best] = ranked;
  if (best === undefined) return { kind: "refused", confidence: 0 };
  const lowered = Math.min(LOWEST, LOWER_EACH_TENTH * Math.max(0, Math.log10(MANY_CHUNKS / Math.max(liveChunks, 1))));
  const judged = best.strength - WORDING_WEIGHT * best.wording - missing(question, best) - ofAnotherYear(best, ranked) - (best.turn === "contrary" ? CONTRARY : 0) + lowered;
  const strength = best.turn === "affirms" ? Math.min(judged, AFFIRMED) : judged;
  const kind = strength < THRESHOLDS.refused ? "refused" : strength < THRESHOLDS.uncertain ? "uncertain" : "answered";
  return { kind, confidence: calibrate(strength) };
}

/** What is taken off for the question's names and numbers that do not stand in the passage and its headings, or in the sentence and what stands over it. */
function missing({ names }: Question, { passage, sentences }: RankedPassage): number {
  if (names.length === 0) return 0;
  const share = (held: ReadonlySet<string>) => names.filter((name) => !isHeld(name, held)).length / names.length;
  const besideSentence = share(sentenceTerms(passage, bestOf(sentences)?.index));
  return MISSING_NAMES.passage * share(wholeTerms(passage)) + MISSING_NAMES.sentence * besideSentence + (besideSentence > 0 ? MISSING_NAMES.any : 0);
}

/** Whether a name stands among terms, at least in part; an identifier whole, or with all its numbers: "INV-7" is not "INV-8". */
function isHeld(name: readonly string[], held: ReadonlySet<string>): boolean {
  const [whole = "", ...parts] = name;
  if (!/\d/.test(whole)) return name.some((term) => held.has(term));
  const numbers = parts.filter((part) => /\d/.test(part));
  return held.has(whole) || (numbers.length > 0 && numbers.every((number) => held.has(number)));
}

/** What is taken off where the question asks about a year that the best passage does not name. */
function ofAnotherYear({ missingYears, passage }: RankedPassage, ranked: readonly RankedPassage[]): number {
  if (missingYears.length === 0) return 0;
  if (!namesYear(wholeText(passage))) return OTHER_YEAR.undated;
  return missingYears.some((year) => ranked.every((other) => other.missingYears.includes(year))) ? OTHER_YEAR.everywhere : OTHER_YEAR.dated;
}

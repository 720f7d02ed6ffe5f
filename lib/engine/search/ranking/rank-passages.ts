import type { Question } from "@/lib/engine/search/question/read-question";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";
import type { FusedPassage } from "@/lib/engine/search/ranking/fuse";
import { wholeTerms } from "@/lib/engine/search/ranking/whole-passage";
import { scoreSentences, type ScoredSentence } from "@/lib/engine/search/ranking/score-sentences";

/** A passage after the second stage. */
export interface RankedPassage extends FusedPassage {
  /** First stage plus best sentence, weighted; about 0…2.8. {@link file://./calibrate.ts} makes a probability of it. */
  strength: number;
  /** In the passage's order. */
  sentences: ScoredSentence[];
}

/** How much the best sentence counts against the passage as a whole. */
const SENTENCE_WEIGHT = 1.75;
/** What is taken off a passage that names none of the years that are asked about; less where it names some. */
const OTHER_YEARS = 0.2;

/** The second stage: passages ordered by what they say as a whole and by their best sentence, best first. */
export function rankPassages(question: Question, passages: readonly FusedPassage[], weights: TermWeights): RankedPassage[] {
  return passages
    .map(({ passage, fused }) => {
      const sentences = scoreSentences(question, passage, weights);
      const best = Math.max(0, ...sentences.map((sentence) => sentence.score));
      return { passage, fused, sentences, strength: strengthOf(fused, best) - otherYears(question, passage) };
    })
    .sort((a, b) => b.strength - a.strength || (a.passage.chunkId < b.passage.chunkId ? -1 : 1));
}

/** What a passage is worse by for the years that the question asks about and it does not name. */
function otherYears({ years }: Question, passage: Passage): number {
  if (years.length === 0) return 0;
  const held = wholeTerms(passage);
  return (OTHER_YEARS * years.filter((year) => !held.has(year)).length) / years.length;
}

/** The strength of a passage by one of its sentences. */
export function strengthOf(fused: number, sentenceScore: number): number {
  return fused + SENTENCE_WEIGHT * sentenceScore;
}

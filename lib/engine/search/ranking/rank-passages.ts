import type { Question } from "@/lib/engine/search/question/read-question";
import { type Surroundings, type Turn, turnOf } from "@/lib/engine/search/question/stance";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";
import type { FusedPassage } from "@/lib/engine/search/ranking/fuse";
import { wholeTerms } from "@/lib/engine/search/ranking/whole-passage";
import { type ScoredSentence, sentenceScorer } from "@/lib/engine/search/ranking/score-sentences";

/** A passage after the second stage. */
export interface RankedPassage extends FusedPassage {
  /** How close its closest sentence is to the question, 0–1: not always the one that fits best. */
  closest: number;
  /** The most of the question's wording that stands in one of its sentences, 0–1. */
  wording: number;
  /** First stage, best sentence, closest sentence and wording, weighted; about 0…2.8. {@link file://./calibrate.ts} makes a probability of it. */
  strength: number;
  /** In the passage's order. */
  sentences: ScoredSentence[];
  /** The years that the question asks about and the passage does not name. */
  missingYears: readonly string[];
  /** How its best sentence turns the question around, if it does. */
  turn: Turn | undefined;
}

/** What the first stage, the best sentence and the closest one count. */
const WEIGHTS = { fused: 0.65, sentence: 1.1, closest: 1.2 };
/** What the wording counts: it tells which passage is meant, and nothing about whether it answers. */
export const WORDING_WEIGHT = 0.25;
/** What is taken off a passage that names none of the years that are asked about; less where it names some. */
const OTHER_YEARS = 0.2;
/** What is taken off a passage that turns the question around: one that speaks of the thing itself, and fits nearly as well, stands before it. */
const TURNED = 0.3;

/** The second stage: passages ordered by what they say as a whole and by their best sentence, best first. */
export function rankPassages(question: Question, passages: readonly FusedPassage[], weights: TermWeights): RankedPassage[] {
  const scored = sentenceScorer(question, weights);
  return passages
    .map(({ passage, fused }) => {
      const sentences = scored(passage);
      const missingYears = missingFrom(passage, question);
      const best = bestOf(sentences);
      const turn = question.stance === undefined || best === undefined ? undefined : turnOf(question.stance, surroundingsOf(passage, best.index));
      const closest = most(sentences, (sentence) => sentence.closeness);
      const wording = most(sentences, (sentence) => sentence.wording);
      const strength = strengthOf({ fused, closest, wording }, Math.max(0, best?.score ?? 0)) - worseBy(question, missingYears) - (turn === undefined ? 0 : TURNED);
      return { passage, fused, sentences, closest, wording, strength, missingYears, turn };
    })
    .sort((a, b) => b.strength - a.strength || (a.passage.chunkId < b.passage.chunkId ? -1 : 1));
}

/** The sentence that fits best; the first of several. */
export function bestOf(sentences: readonly ScoredSentence[]): ScoredSentence | undefined {
  return sentences.reduce<ScoredSentence | undefined>((best, sentence) => (best === undefined || sentence.score > best.score ? sentence : best), undefined);
}

function most(sentences: readonly ScoredSentence[], of: (sentence: ScoredSentence) => number): number {
  return sentences.reduce((highest, sentence) => Math.max(highest, of(sentence)), 0);
}

function surroundingsOf({ text, start, context, sentences }: Passage, index: number): Surroundings {
  const at = (place: number) => {
    const sentence = sentences[place];
    return sentence === undefined ? "" : `${sentence.context}\n${text.slice(sentence.start - start, sentence.end - start)}`;
  };
  return { sentence: at(index), near: [...context, at(index - 1), at(index), at(index + 1)].join("\n"), passage: [...context, ...sentences.map((sentence) => sentence.context), text].join("\n") };
}

function missingFrom(passage: Passage, { years }: Question): readonly string[] {
  if (years.length === 0) return years;
  const held = wholeTerms(passage);
  return years.filter((year) => !held.has(year));
}

function worseBy({ years }: Question, missing: readonly string[]): number {
  return missing.length === 0 ? 0 : (OTHER_YEARS * missing.length) / years.length;
}

/** The strength of a passage by one of its sentences. */
export function strengthOf({ fused, closest, wording }: Pick<RankedPassage, "fused" | "closest" | "wording">, sentenceScore: number): number {
  return WEIGHTS.fused * fused + WEIGHTS.sentence * sentenceScore + WEIGHTS.closest * closest + WORDING_WEIGHT * wording;
}

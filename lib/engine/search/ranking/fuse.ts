import type { FoundPassage } from "@/lib/engine/search/index/find-passages";
import type { Question } from "@/lib/engine/search/question/read-question";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import { cosine } from "@/lib/platform/embedding-model/vectors";

/** A passage with its score of the first stage. */
export interface FusedPassage {
  passage: Passage;
  /** Weighted sum of the cosine and of BM25 over the best BM25 of the question; about 0…1. */
  fused: number;
}

/** How much the vectors count against the words. The model was trained on English; elsewhere words count more. */
const VECTOR_WEIGHT = { english: 0.7, other: 0.4 };

/** The share of the vectors in a question's scores; words have the rest, and all where the question has no vector. */
export function vectorWeightOf({ language, model }: Pick<Question, "language" | "model">): number {
  if (model === undefined) return 0;
  return language === "en" ? VECTOR_WEIGHT.english : VECTOR_WEIGHT.other;
}

/** The first stage: vectors and words fused, best first. */
export function fuse(question: Question, found: readonly FoundPassage[]): FusedPassage[] {
  const vectorWeight = vectorWeightOf(question);
  return found
    .map(({ passage, vector, words }) => ({ passage, fused: vectorWeight * cosine(question.vector, vector) + (1 - vectorWeight) * words }))
    .sort((a, b) => b.fused - a.fused || (a.passage.chunkId < b.passage.chunkId ? -1 : 1));
}

import { cosine } from "@/lib/engine/search/model/vectors";
import type { Question } from "@/lib/engine/search/question/read-question";
import { bm25, type TermWeights } from "@/lib/engine/search/ranking/bm25";
import type { Candidate } from "@/lib/engine/search/ranking/candidate";

/** A candidate with its score of the first stage. */
export interface FusedCandidate {
  candidate: Candidate;
  /** Weighted sum of the cosine and of BM25 over the best BM25 of the question; about 0…1. */
  score: number;
}

/** How much the vectors count against the words. The model was trained on English; elsewhere words count more. */
const VECTOR_WEIGHT = { english: 0.7, other: 0.4 };

/** The first stage: vectors and words fused, best first. */
export function fuse(question: Question, candidates: readonly Candidate[], weights: TermWeights, averageTerms: number): FusedCandidate[] {
  const vectorWeight = question.language === "en" ? VECTOR_WEIGHT.english : VECTOR_WEIGHT.other;
  const words = candidates.map((candidate) => bm25(candidate, weights, averageTerms));
  const best = Math.max(...words, 1e-6);
  return candidates
    .map((candidate, index) => ({
      candidate,
      score: vectorWeight * cosine(question.vector, candidate.vector) + ((1 - vectorWeight) * (words[index] ?? 0)) / best,
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.chunkId < b.candidate.chunkId ? -1 : 1));
}

import "server-only";

import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { findCandidates } from "@/lib/engine/search/index/find-candidates";
import { readPassages } from "@/lib/engine/search/index/read-passages";
import { embedder } from "@/lib/engine/search/model/embedder";
import { type Question, readQuestion } from "@/lib/engine/search/question/read-question";
import { inverseDocumentFrequencies } from "@/lib/engine/search/ranking/bm25";
import { fuse } from "@/lib/engine/search/ranking/fuse";
import { type FusedPassage, type RankedPassage, rankPassages } from "@/lib/engine/search/ranking/rank-passages";

/** A question with the passages found for it, best first. */
export interface Retrieval {
  question: Question;
  ranked: RankedPassage[];
  /** How many chunks there were to find them among. */
  liveChunks: number;
}

/** What narrows a retrieval. */
export interface RetrievalOptions {
  /** Only these documents' passages. */
  documentIds?: readonly string[] | undefined;
  /** How many passages of the first stage go into the second. */
  depth?: number;
}

/** More passages change the first places no more (evals). */
const DEPTH = 20;

/** Finds the project's passages for a question: vectors and words fused, then the best ones by their sentences. */
export async function retrieve(scope: ProjectScope, text: string, { documentIds, depth = DEPTH }: RetrievalOptions = {}): Promise<Retrieval> {
  const model = await embedder();
  const question = readQuestion(text, await model.embedQuestion(text));
  return withProject(scope, async (tx) => {
    const { candidates, statistics } = await findCandidates(tx, scope, question, documentIds);
    const weights = inverseDocumentFrequencies(question.terms, statistics);
    const fused = fuse(question, candidates, weights, statistics.averageTerms).slice(0, depth);
    const passages = await readPassages(tx, scope, fused.map(({ candidate }) => candidate.chunkId));
    const found = fused.flatMap<FusedPassage>(({ candidate, score }) => {
      const passage = passages.get(candidate.chunkId);
      return passage === undefined ? [] : [{ passage, fused: score }];
    });
    return { question, ranked: rankPassages(question, found, weights), liveChunks: statistics.chunks };
  });
}

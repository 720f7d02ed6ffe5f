import "server-only";

import type { ProjectScope } from "@/lib/engine/scope";
import { findPassages } from "@/lib/engine/search/index/find-passages";
import { embedder } from "@/lib/engine/search/model/embedder";
import { type Question, readQuestion } from "@/lib/engine/search/question/read-question";
import { fuse, vectorWeightOf } from "@/lib/engine/search/ranking/fuse";
import { type RankedPassage, rankPassages } from "@/lib/engine/search/ranking/rank-passages";
import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";

/** A question with the passages found for it, best first. */
export interface Retrieval {
  question: Question;
  ranked: RankedPassage[];
  weights: TermWeights;
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

/** The index cuts by an estimate of the cosine: so many times the depth hold nearly all that the cosine itself puts within it. */
const FOUND_FOR_EACH = 1.5;

/** Finds the project's passages for a question: vectors and words fused, then the best ones by their sentences. */
export async function retrieve(scope: ProjectScope, text: string, { documentIds, depth = DEPTH }: RetrievalOptions = {}): Promise<Retrieval> {
  const model = await embedder();
  const question = readQuestion(text, await model.embedQuestion(text));
  const { passages, weights, liveChunks } = await findPassages(scope, question, { vectorWeight: vectorWeightOf(question), most: Math.ceil(FOUND_FOR_EACH * depth), documentIds });
  return { question, ranked: rankPassages(question, fuse(question, passages).slice(0, depth), weights), weights, liveChunks };
}

import "server-only";

import type { ProjectScope } from "@/lib/engine/scope";
import { type Found, findPassages } from "@/lib/engine/search/index/find-passages";
import { knownTerms } from "@/lib/engine/search/index/known-terms";
import { askIndex } from "@/lib/engine/search/question/ask-index";
import { nearestTerm, rewritten, unknownWords } from "@/lib/engine/search/question/correct-spelling";
import type { Question } from "@/lib/engine/search/question/read-question";
import { fuse, vectorWeightOf } from "@/lib/engine/search/ranking/fuse";
import { type RankedPassage, rankPassages } from "@/lib/engine/search/ranking/rank-passages";
import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";
import { embedder } from "@/lib/platform/embedding-model/embedder";

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

/** Finds the project's passages for a question: vectors and words fused, then the best ones by their sentences. Slips of typing are looked through. */
export async function retrieve(scope: ProjectScope, text: string, { documentIds, depth = DEPTH }: RetrievalOptions = {}): Promise<Retrieval> {
  const find = (asked: Question) => findPassages(scope, asked, { vectorWeight: vectorWeightOf(asked), most: Math.ceil(FOUND_FOR_EACH * depth), documentIds });
  let { question, found } = await askIndex(scope, text, find);
  const meant = await spelledRight(scope, question, found, find);
  if (meant !== text) ({ question, found } = await askIndex(scope, meant, find));
  const { passages, weights, liveChunks } = found;
  return { question, ranked: rankPassages(question, fuse(question, passages).slice(0, depth), weights), weights, liveChunks };
}

/** The question's text without the slips in words that the project does not have, where it has one that was meant. In English, whose words the model knows. */
async function spelledRight(scope: ProjectScope, question: Question, found: Found, find: (question: Question) => Promise<Found>): Promise<string> {
  if (question.language !== "en") return question.text;
  const model = await embedder();
  const unknown = unknownWords(question.text, (term) => found.unknown.has(term), model.knows);
  if (unknown.length === 0) return question.text;
  const known = await knownTerms(scope, unknown);
  const corrections = unknown.flatMap((word) => {
    const term = nearestTerm(word, known.get(word) ?? []);
    return term === undefined ? [] : [{ word, term }];
  });
  if (corrections.length === 0) return question.text;
  const { passages } = await find({ ...question, terms: [...question.terms, ...corrections.map(({ term }) => term)] });
  return rewritten(question.text, corrections, passages.map(({ passage }) => passage));
}

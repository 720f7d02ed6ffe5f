import "server-only";

import { inOneStatement, statementOf } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import type { IndexModel } from "@/lib/engine/search/model/index-model";
import type { Question } from "@/lib/engine/search/question/read-question";
import type { Passage, PassageSentence } from "@/lib/engine/search/ranking/passage";
import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";
import { toSignCode } from "@/lib/platform/embedding-model/vectors";

/** A passage as the index finds it. */
export interface FoundPassage {
  passage: Passage;
  /** The embedding, quantised. */
  vector: Int8Array;
  /** BM25 as a share of the best candidate's, 0–1. */
  words: number;
}

/** What the first stage of a search brings. */
export interface Found {
  passages: FoundPassage[];
  /** The question's terms with their inverse document frequencies among the project's live chunks. */
  weights: TermWeights;
  /** Those of them that stand in no live chunk. */
  unknown: ReadonlySet<string>;
  /** Number of live chunks. */
  liveChunks: number;
  /** The model that the project's vectors are of. Where the question's vector is of another one, nothing was found. */
  model: IndexModel;
}

/** How candidates are scored and how many are wanted. */
export interface FindOptions {
  /** Share of the cosine in the score that the candidates are cut by; words have the rest. */
  vectorWeight: number;
  most: number;
  /** Only these documents' passages; the statistics are those of the whole project all the same. */
  documentIds?: readonly string[] | undefined;
}

/** One row holds all: a few large values cross the driver faster than hundreds of rows. */
interface FoundRow {
  live_chunks: number;
  /** How many of them hold each of the question's terms, in their order. */
  frequencies: number[];
  /** In the order of the question's terms. */
  weights: number[];
  /** JSON of {@link FoundChunk}s. */
  passages: string;
  /** For each passage its own vector and those of its sentences, a byte a component, one behind the other. */
  vectors: Uint8Array<ArrayBuffer>;
  index_model: string;
  index_dimensions: number;
}

type FoundChunk = [
  chunkId: string,
  documentId: string,
  documentName: string,
  page: number,
  start: number,
  text: string,
  context: string[],
  sentenceSpans: number[],
  sentenceContexts: string[],
  indexedAt: string | null,
  words: number,
];

/**
 * The project's live chunks that may answer, with everything that ranking needs, in one statement (engine.find_passages): the
 * nearest by Hamming distance of the vectors' signs (an exact scan of the project's part of a covering index) and those that hold
 * the question's rarer terms, cut to the best `most` by BM25 and the estimated cosine.
 */
export async function findPassages(scope: ProjectScope, question: Question, { vectorWeight, most, documentIds }: FindOptions): Promise<Found> {
  const terms = [...question.terms];
  const documents = documentIds === undefined ? null : [...documentIds];
  const { model, vector } = question;
  const [found] = await inOneStatement<FoundRow>(
    scope,
    (project) => statementOf`
      SELECT * FROM engine.find_passages(${project}, ${terms}::text[], ${model?.name ?? null}::text,
        ${model === undefined ? null : toSignCode(vector)}::text::bit varying, ${documents}::text[],
        ${vectorWeight}::float8, ${most}::int)`,
  );
  if (found === undefined) throw new Error("A search gave no row.");
  return {
    passages: passagesOf(found),
    weights: new Map(terms.map((term, at) => [term, found.weights[at] ?? 0])),
    unknown: new Set(terms.filter((_, at) => found.frequencies[at] === 0)),
    liveChunks: found.live_chunks,
    model: { name: found.index_model, dimensions: found.index_dimensions },
  };
}

function passagesOf({ passages, vectors, index_model: model, index_dimensions: dimensions }: FoundRow): FoundPassage[] {
  let at = 0;
  const nextVector = () => {
    const vector = new Int8Array(vectors.buffer, vectors.byteOffset + at, dimensions);
    at += dimensions;
    return vector;
  };
  return (JSON.parse(passages) as FoundChunk[]).map(([chunkId, documentId, documentName, page, start, text, context, spans, contexts, indexedAt, words]) => {
    const vector = nextVector();
    const sentences = contexts.map<PassageSentence>((own, index) => ({ start: spans[2 * index] ?? 0, end: spans[2 * index + 1] ?? 0, context: own, vector: nextVector() }));
    const passage: Passage = { chunkId, documentId, documentName, page, start, text, context, sentences, model: { name: model, dimensions }, indexedAt: indexedAt === null ? null : new Date(indexedAt) };
    return { passage, vector, words };
  });
}

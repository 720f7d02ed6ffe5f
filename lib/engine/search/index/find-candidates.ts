import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { POSTING_BLOCK } from "@/lib/engine/search/index/go-live";
import { toSignCode } from "@/lib/engine/search/model/vectors";
import type { Question } from "@/lib/engine/search/question/read-question";
import type { Candidate, IndexStatistics } from "@/lib/engine/search/ranking/candidate";

/** What the first stage works on. */
export interface FoundCandidates {
  candidates: Candidate[];
  statistics: IndexStatistics;
}

/**
 * Candidates by the signs of the vector and by words. Of the ten nearest by the exact cosine 97 % stand among the first
 * so many (5,600 real chunks), and the nearest one 99.6 %; what they miss, words or a neighbour mostly bring.
 */
const BY_CODE = 150;
const BY_WORD = 100;
/** Chunks that the question's rarest terms may hold together before a term counts as too frequent to look up. */
const MOST_WORD_HITS = 5_000;

/** One row holds all: a few large values cross the driver faster than hundreds of rows. */
interface FoundRow {
  live_chunks: number;
  live_terms: number;
  /** For each of the question's terms the number of live chunks that hold it. */
  frequencies: number[];
  /** JSON of {@link FoundChunk}s. */
  candidates: string;
  /** JSON of {@link FoundHit}s. */
  hits: string;
}

type FoundChunk = [chunkId: string, documentId: string, ordinal: number, vectorBase64: string, termTotal: number];
/** Which of the question's terms (counted from 1) stands in which candidate how often. */
type FoundHit = [documentId: string, ordinal: number, termNumber: number, count: number];

/**
 * The project's live chunks that may answer: the nearest by Hamming distance of the vectors' signs (an exact scan of the
 * project's part of a covering index), and those that hold the question's rarer terms. One statement gives them together
 * with everything that exact BM25 needs. `documentIds` narrows the candidates, not the statistics.
 */
export async function findCandidates(tx: EngineTransaction, scope: ProjectScope, question: Question, documentIds?: readonly string[]): Promise<FoundCandidates> {
  const { projectId } = scope;
  const terms = [...question.terms];
  const documents = documentIds === undefined ? null : [...documentIds];
  const [found] = await tx.$queryRaw<FoundRow[]>`
    WITH asked AS MATERIALIZED (SELECT term, number::int FROM unnest(${terms}::text[]) WITH ORDINALITY AS t(term, number)),
    holding AS MATERIALIZED (
      SELECT a.number, p.document_id, p.block, p.ordinals, p.counts
      FROM asked a JOIN engine.posting p ON p.project_id = ${projectId} AND p.term = a.term
    ),
    frequency AS MATERIALIZED (
      SELECT a.number, coalesce(sum(cardinality(h.ordinals)), 0)::int AS chunks FROM asked a LEFT JOIN holding h ON h.number = a.number GROUP BY a.number
    ),
    live AS MATERIALIZED (
      SELECT coalesce(sum(chunk_count), 0)::int AS chunks, coalesce(sum(term_total), 0)::float8 AS terms
      FROM engine.indexed_document WHERE project_id = ${projectId}
    ),
    rare AS MATERIALIZED (
      SELECT f.number, ln(1 + live.chunks / f.chunks::float8) AS weight
      FROM (SELECT number, chunks, sum(chunks) OVER (ORDER BY chunks, number) AS together FROM frequency WHERE chunks > 0) f CROSS JOIN live
      WHERE f.together <= ${MOST_WORD_HITS}::int
    ),
    by_word AS (
      SELECT h.document_id, o.ordinal
      FROM rare r JOIN holding h ON h.number = r.number CROSS JOIN LATERAL unnest(h.ordinals) AS o(ordinal)
      WHERE ${documents}::text[] IS NULL OR h.document_id = ANY(${documents}::text[])
      GROUP BY 1, 2 ORDER BY sum(r.weight) DESC, 1, 2 LIMIT ${BY_WORD}::int
    ),
    by_code AS (
      SELECT document_id, ordinal FROM engine.live_chunk
      WHERE project_id = ${projectId} AND (${documents}::text[] IS NULL OR document_id = ANY(${documents}::text[]))
      ORDER BY bit_count(code # ${toSignCode(question.vector)}::text::bit(384)) LIMIT ${BY_CODE}::int
    ),
    candidate AS MATERIALIZED (SELECT document_id, ordinal FROM by_word UNION SELECT document_id, ordinal FROM by_code)
    SELECT live.chunks AS live_chunks, live.terms AS live_terms,
      (SELECT coalesce(array_agg(chunks ORDER BY number), '{}') FROM frequency) AS frequencies,
      (SELECT coalesce(json_agg(json_build_array(l.chunk_id, l.document_id, l.ordinal, encode(l.vector, 'base64'), l.term_total)), '[]')::text
        FROM candidate c JOIN engine.live_chunk l ON l.project_id = ${projectId} AND l.document_id = c.document_id AND l.ordinal = c.ordinal) AS candidates,
      (SELECT coalesce(json_agg(json_build_array(c.document_id, c.ordinal, h.number, h.counts[array_position(h.ordinals, c.ordinal)])), '[]')::text
        FROM candidate c JOIN holding h ON h.document_id = c.document_id AND h.block = c.ordinal / ${POSTING_BLOCK}::int AND c.ordinal = ANY(h.ordinals)) AS hits
    FROM live`;
  if (found === undefined) return { candidates: [], statistics: { chunks: 0, averageTerms: 0, documentFrequency: new Map() } };
  return { candidates: candidatesOf(found, terms), statistics: statisticsOf(found, terms) };
}

function candidatesOf({ candidates, hits }: FoundRow, terms: readonly string[]): Candidate[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [documentId, ordinal, number, count] of JSON.parse(hits) as FoundHit[]) {
    const place = `${documentId}/${ordinal}`;
    const held = counts.get(place) ?? new Map<string, number>();
    counts.set(place, held.set(terms[number - 1] ?? "", count));
  }
  return (JSON.parse(candidates) as FoundChunk[]).map(([chunkId, documentId, ordinal, vector, termTotal]) => ({
    chunkId,
    documentId,
    vector: new Int8Array(Buffer.from(vector, "base64")),
    terms: counts.get(`${documentId}/${ordinal}`) ?? new Map<string, number>(),
    termTotal,
  }));
}

function statisticsOf({ live_chunks, live_terms, frequencies }: FoundRow, terms: readonly string[]): IndexStatistics {
  return {
    chunks: live_chunks,
    averageTerms: live_terms / Math.max(live_chunks, 1),
    documentFrequency: new Map(terms.map((term, at) => [term, frequencies[at] ?? 0])),
  };
}

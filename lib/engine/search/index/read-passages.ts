import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { DIMENSIONS } from "@/lib/engine/search/model/minilm-graph";
import type { Passage, PassageSentence } from "@/lib/engine/search/ranking/candidate";

interface PassageRow {
  id: string;
  document_id: string;
  document_name: string;
  page: number;
  start_offset: number;
  text: string;
  context: string[];
  sentence_spans: number[];
  sentence_vectors: Uint8Array<ArrayBuffer>;
  sentence_contexts: string[];
  indexed_at: Date | null;
}

/** The passages of live chunks by the chunks' ids; one that has gone meanwhile is left out. */
export async function readPassages(tx: EngineTransaction, scope: ProjectScope, chunkIds: readonly string[]): Promise<Map<string, Passage>> {
  const rows = await tx.$queryRaw<PassageRow[]>`
    SELECT c.id, c.document_id, d.name AS document_name, c.page, c.start_offset, c.text, c.context,
      c.sentence_spans, c.sentence_vectors, c.sentence_contexts, v.indexed_at
    FROM engine.chunk c
    JOIN engine.document d ON d.project_id = ${scope.projectId} AND d.id = c.document_id
    JOIN engine.document_version v ON v.project_id = ${scope.projectId} AND v.id = c.version_id
    WHERE c.project_id = ${scope.projectId} AND c.id = ANY(${[...chunkIds]}::text[])`;
  return new Map(rows.map((row) => [row.id, passageOf(row)]));
}

function passageOf(row: PassageRow): Passage {
  return {
    chunkId: row.id,
    documentId: row.document_id,
    documentName: row.document_name,
    page: row.page,
    start: row.start_offset,
    text: row.text,
    context: row.context,
    sentences: row.sentence_contexts.map((context, index) => sentenceOf(row, context, index)),
    indexedAt: row.indexed_at,
  };
}

function sentenceOf({ sentence_spans, sentence_vectors }: PassageRow, context: string, index: number): PassageSentence {
  return {
    start: sentence_spans[2 * index] ?? 0,
    end: sentence_spans[2 * index + 1] ?? 0,
    context,
    vector: new Int8Array(sentence_vectors.buffer, sentence_vectors.byteOffset + index * DIMENSIONS, DIMENSIONS),
  };
}

import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import type { ProjectScope } from "@/lib/engine/scope";
import { draftOf, type DraftRow } from "@/lib/engine/search/index/stored-draft";
import type { IndexModel } from "@/lib/engine/search/model/index-model";

/** A live chunk's place in the order in which a re-index goes through them. */
export interface ChunkPlace {
  documentId: string;
  ordinal: number;
}

/** A live chunk that is to be embedded again. */
export interface StoredChunk extends ChunkPlace {
  id: string;
  draft: ChunkDraft;
}

interface ChunkRow extends DraftRow {
  id: string;
  document_id: string;
  ordinal: number;
}

/** The first live chunks behind a place that have no vector of the model beside them yet, at most so many. */
export async function chunksToEmbed(tx: EngineTransaction, { projectId }: ProjectScope, model: IndexModel, after: ChunkPlace, most: number): Promise<StoredChunk[]> {
  const rows = await tx.$queryRaw<ChunkRow[]>`
    SELECT c.id, l.document_id, l.ordinal, c.page, c.start_offset, c.end_offset, c.text, c.context, c.sentence_spans, c.sentence_contexts
    FROM engine.live_chunk l JOIN engine.chunk c ON c.project_id = ${projectId} AND c.id = l.chunk_id
    WHERE l.project_id = ${projectId} AND (l.document_id, l.ordinal) > (${after.documentId}, ${after.ordinal}::int)
      AND NOT EXISTS (SELECT 1 FROM engine.reindexed_chunk r WHERE r.project_id = ${projectId} AND r.chunk_id = l.chunk_id
        AND r.model = ${model.name} AND length(r.code) = ${model.dimensions}::int)
    ORDER BY l.document_id, l.ordinal LIMIT ${most}::int`;
  return rows.map((row) => ({ id: row.id, documentId: row.document_id, ordinal: row.ordinal, draft: draftOf(row) }));
}

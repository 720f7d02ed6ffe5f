import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { encodeVectors } from "@/lib/engine/search/model/encode-vectors";
import type { IndexModel } from "@/lib/engine/search/model/index-model";
import type { EmbeddedChunk } from "@/lib/platform/embedding-model/embedder";

/** Keeps chunks' next vectors beside those that answer. A chunk that has been removed meanwhile is left out. */
export async function storeReindexed(tx: EngineTransaction, { projectId }: ProjectScope, model: IndexModel, ids: readonly string[], embedded: readonly EmbeddedChunk[]): Promise<void> {
  const rows = JSON.stringify(embedded.map((chunk, index) => ({ id: ids[index], ...encodeVectors(chunk) })));
  await tx.$executeRaw`
    WITH there AS MATERIALIZED (
      SELECT c.id FROM engine.chunk c WHERE c.project_id = ${projectId} AND c.id = ANY(${[...ids]}::text[]) FOR KEY SHARE
    )
    INSERT INTO engine.reindexed_chunk (project_id, chunk_id, model, code, vector, sentence_vectors)
    SELECT ${projectId}, r.id, ${model.name}, r.code, decode(r.vector, 'base64'), decode(r.sentence_vectors, 'base64')
    FROM json_to_recordset(${rows}::json) AS r(id text, code bit varying, vector text, sentence_vectors text) JOIN there USING (id)
    ON CONFLICT (project_id, chunk_id) DO UPDATE
    SET model = excluded.model, code = excluded.code, vector = excluded.vector, sentence_vectors = excluded.sentence_vectors`;
}

/** Removes what an earlier re-index to another model has left. */
export async function clearOtherModels(tx: EngineTransaction, { projectId }: ProjectScope, { name, dimensions }: IndexModel): Promise<void> {
  await tx.$executeRaw`DELETE FROM engine.reindexed_chunk WHERE project_id = ${projectId} AND (model <> ${name} OR length(code) <> ${dimensions}::int)`;
}

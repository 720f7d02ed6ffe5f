import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import type { ProjectScope } from "@/lib/engine/scope";
import { encodeVectors } from "@/lib/engine/search/model/encode-vectors";
import type { EmbeddedChunk } from "@/lib/platform/embedding-model/embedder";
import { newId } from "@/lib/platform/ids";
import { termsOf } from "@/lib/platform/words/terms";

/** The version that chunks belong to. */
export interface IndexedVersion {
  documentId: string;
  versionId: string;
}

/**
 * Stores chunks of a version that is being read, behind those it already has. Nothing finds them until the version goes
 * live. `embedded` holds the drafts' vectors in the same order.
 */
export async function stageChunks(
  tx: EngineTransaction,
  scope: ProjectScope,
  version: IndexedVersion,
  drafts: readonly ChunkDraft[],
  embedded: readonly EmbeddedChunk[],
): Promise<void> {
  if (drafts.length !== embedded.length) throw new Error("Every chunk needs its vectors.");
  if (drafts.length === 0) return;
  const rows = JSON.stringify(embedded.flatMap((vectors, index) => drafts.slice(index, index + 1).map((draft) => rowOf(draft, vectors, index))));
  await tx.$executeRaw`
    INSERT INTO engine.chunk (project_id, id, version_id, document_id, ordinal, page, start_offset, end_offset, text, context,
      code, vector, sentence_spans, sentence_vectors, sentence_contexts, terms, term_counts, term_total)
    SELECT ${scope.projectId}, r.id, ${version.versionId}, ${version.documentId},
      r.position + (SELECT count(*)::int FROM engine.chunk c WHERE c.project_id = ${scope.projectId} AND c.version_id = ${version.versionId}),
      r.page, r.start_offset, r.end_offset, r.text, r.context, r.code, decode(r.vector, 'base64'), r.sentence_spans,
      decode(r.sentence_vectors, 'base64'), r.sentence_contexts, r.terms, r.term_counts, r.term_total
    FROM json_to_recordset(${rows}::json) AS r(id text, position int, page int, start_offset int, end_offset int, text text, context text[],
      code bit varying, vector text, sentence_spans int[], sentence_vectors text, sentence_contexts text[], terms text[], term_counts int[], term_total int)`;
}

/** Removes what was staged of a version, so that reading it can begin again. */
export async function clearStaged(tx: EngineTransaction, scope: ProjectScope, versionId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM engine.chunk WHERE project_id = ${scope.projectId} AND version_id = ${versionId}`;
}

function rowOf(draft: ChunkDraft, embedded: EmbeddedChunk, position: number) {
  const terms = termsOf([...draft.context, draft.text].join("\n"));
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    id: newId("chk"),
    position,
    page: draft.page,
    start_offset: draft.start,
    end_offset: draft.end,
    text: draft.text,
    context: draft.context,
    ...encodeVectors(embedded),
    sentence_spans: draft.sentences.flatMap(({ start, end }) => [start, end]),
    sentence_contexts: draft.sentences.map(({ context }) => context ?? ""),
    terms: [...counts.keys()],
    term_counts: [...counts.values()],
    term_total: terms.length,
  };
}

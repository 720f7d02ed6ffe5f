import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import type { IndexedVersion } from "@/lib/engine/search/index/stage-chunks";

/** Neighbouring chunks whose postings share a row of engine.posting; engine.find_passages counts on it. */
export const POSTING_BLOCK = 128;

/**
 * Makes a version's staged chunks the ones that are searched, and removes every other version's chunks of the document.
 * Belongs in the transaction that makes the version the document's live one, so that both change at once.
 */
export async function goLive(tx: EngineTransaction, scope: ProjectScope, { documentId, versionId }: IndexedVersion): Promise<void> {
  await clearLive(tx, scope, documentId);
  await tx.$executeRaw`
    DELETE FROM engine.chunk WHERE project_id = ${scope.projectId} AND document_id = ${documentId} AND version_id <> ${versionId}`;
  await tx.$executeRaw`
    INSERT INTO engine.live_chunk (project_id, document_id, ordinal, chunk_id, code, vector, term_total)
    SELECT project_id, document_id, ordinal, id, code, vector, term_total
    FROM engine.chunk WHERE project_id = ${scope.projectId} AND document_id = ${documentId} AND version_id = ${versionId}`;
  await tx.$executeRaw`
    INSERT INTO engine.posting (project_id, term, document_id, block, ordinals, counts)
    SELECT c.project_id, t.term, c.document_id, c.ordinal / ${POSTING_BLOCK}::int,
      array_agg(c.ordinal ORDER BY c.ordinal), array_agg(t.count ORDER BY c.ordinal)
    FROM engine.chunk c CROSS JOIN LATERAL unnest(c.terms, c.term_counts) AS t(term, count)
    WHERE c.project_id = ${scope.projectId} AND c.document_id = ${documentId} AND c.version_id = ${versionId}
    GROUP BY 1, 2, 3, 4`;
  await tx.$executeRaw`
    INSERT INTO engine.indexed_document (project_id, document_id, version_id, chunk_count, term_total)
    SELECT ${scope.projectId}, ${documentId}, ${versionId}, count(*), coalesce(sum(term_total), 0)
    FROM engine.live_chunk WHERE project_id = ${scope.projectId} AND document_id = ${documentId}`;
}

/** Removes a document from the index, staged chunks and all. */
export async function removeFromIndex(tx: EngineTransaction, scope: ProjectScope, documentId: string): Promise<void> {
  await clearLive(tx, scope, documentId);
  await tx.$executeRaw`DELETE FROM engine.chunk WHERE project_id = ${scope.projectId} AND document_id = ${documentId}`;
}

async function clearLive(tx: EngineTransaction, scope: ProjectScope, documentId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM engine.live_chunk WHERE project_id = ${scope.projectId} AND document_id = ${documentId}`;
  await tx.$executeRaw`DELETE FROM engine.posting WHERE project_id = ${scope.projectId} AND document_id = ${documentId}`;
  await tx.$executeRaw`DELETE FROM engine.indexed_document WHERE project_id = ${scope.projectId} AND document_id = ${documentId}`;
}

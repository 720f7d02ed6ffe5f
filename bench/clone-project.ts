import type { ProjectScope } from "@/lib/engine/scope";
import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";

/** What a clone holds of each table, and which of its ids are made its own. Foreign keys in the order in which they must be there. */
const TABLES: Readonly<Record<string, { columns: string; where: string }>> = {
  project: { columns: "id, name, environment, status", where: "id = $1" },
  document: { columns: "project_id, id, name, newest_version_id, live_version_id", where: "project_id = $1" },
  document_version: { columns: "project_id, id, document_id, version, content_type, bytes, sha256, blob_name, status, indexed_at", where: "project_id = $1" },
  chunk: {
    columns: "project_id, id, version_id, document_id, ordinal, page, start_offset, end_offset, text, context, code, vector, sentence_spans, sentence_vectors, sentence_contexts, terms, term_counts, term_total",
    where: "project_id = $1 AND ordinal < 5",
  },
  live_chunk: { columns: "project_id, document_id, ordinal, chunk_id, code, vector, term_total", where: "project_id = $1 AND ordinal < 5" },
  posting: { columns: "project_id, term, document_id, block, ordinals, counts", where: "project_id = $1 AND ordinals[1] < 5" },
  indexed_document: { columns: "project_id, document_id, version_id, chunk_count, term_total", where: "project_id = $1" },
};

/** Loads so many small projects beside one: copies of its first rows under ids of their own, by the owner of the database. */
export async function cloneProject(scope: ProjectScope, count: number): Promise<void> {
  await withConnection(required("DATABASE_URL"), async (connection) => {
    await connection.query("BEGIN");
    await connection.query("SET CONSTRAINTS ALL DEFERRED");
    for (const [table, { columns, where }] of Object.entries(TABLES)) {
      const own = columns.split(", ").map((column) => (table === "project" ? column === "id" : column === "project_id") ? `${column} || '_' || n` : column === "blob_name" ? `blob_name || '_' || n` : column);
      await connection.query(`INSERT INTO engine.${table} (${columns}) SELECT ${own.join(", ")} FROM engine.${table} CROSS JOIN generate_series(1, $2::int) n WHERE ${where}`, [scope.projectId, count]);
    }
    await connection.query("COMMIT");
    await connection.query("ANALYZE");
  });
}

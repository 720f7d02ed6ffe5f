import { expect, it } from "vitest";

import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/** Rows of the project that the statistics know; more than the planner's default number of distinct values. */
const ROWS = 4_000;

/** The plan of a look-up in a project that is newer than the statistics; `rows` fills a table with {@link ROWS} rows of one that they know, $1, and its document, $2. */
async function planOf(table: string, rows: string, lookUp: string): Promise<string> {
  return withConnection(required("DATABASE_URL"), async (connection) => {
    const [known, documentId, versionId] = [newId("prj"), newId("doc"), newId("ver")];
    await connection.query("BEGIN");
    try {
      await connection.query("INSERT INTO engine.project (id, name, environment) VALUES ($1, 'Known', 'development')", [known]);
      await connection.query("INSERT INTO engine.document (project_id, id, name, newest_version_id) VALUES ($1, $2, 'known.md', $3)", [known, documentId, versionId]);
      await connection.query(rows, [known, documentId]);
      await connection.query(`ANALYZE ${table}`);
      await connection.query("SET LOCAL enable_seqscan = off");
      const { rows: lines } = await connection.query<{ "QUERY PLAN": string }>(`EXPLAIN (COSTS OFF) ${lookUp.replace("$project", `'${newId("prj")}'`)}`);
      return lines.map((line) => line["QUERY PLAN"]).join("\n");
    } finally {
      await connection.query("ROLLBACK");
    }
  });
}

const POSTINGS = `INSERT INTO engine.posting (project_id, term, document_id, block, ordinals, counts) SELECT $1, 'term' || n, $2, 0, '{0}', '{1}' FROM generate_series(1, ${ROWS}) n`;
const CHUNKS = `INSERT INTO engine.live_chunk (project_id, document_id, ordinal, chunk_id, code, vector, term_total)
  SELECT $1, $2, n, 'chk' || n, repeat('0', 384)::bit(384), ''::bytea, 1 FROM generate_series(1, ${ROWS}) n`;

it("the postings of a term are looked up by the term, also in a project that is newer than the statistics", async () => {
  expect(await planOf("engine.posting", POSTINGS, "SELECT ordinals FROM engine.posting WHERE project_id = $project AND term = 'term1'")).toMatch(/posting_pkey[^]*term = 'term1'/);
});

it("a chunk is looked up by its number or its place, and a document's chunks by the document", async () => {
  const chunks = (columns: string, condition: string) => planOf("engine.live_chunk", CHUNKS, `SELECT ${columns} FROM engine.live_chunk WHERE project_id = $project${condition}`);
  expect(await chunks("document_id, ordinal", " AND number = 7")).toMatch(/live_chunk_code[^]*Cond: .*number = /);
  expect(await chunks("chunk_id", " AND document_id = 'doc_1' AND ordinal = 7")).toMatch(/live_chunk_pkey[^]*Cond: .*document_id = .*ordinal = /);
  expect(await chunks("code, number", " AND document_id = ANY ('{doc_1,doc_2}')")).toMatch(/live_chunk_pkey[^]*Cond: .*document_id = ANY/);
});

import { expect, it } from "vitest";

import { newId } from "@/lib/platform/ids";
import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";

/** Postings of the project that the statistics know; more than the planner's default number of distinct values. */
const POSTINGS = 4_000;

it("the postings of a term are looked up by the term, also in a project that is newer than the statistics", async () => {
  const plan = await withConnection(required("DATABASE_URL"), async (connection) => {
    const [known, documentId, versionId] = [newId("prj"), newId("doc"), newId("ver")];
    await connection.query("BEGIN");
    try {
      await connection.query("INSERT INTO engine.project (id, name, environment) VALUES ($1, 'Known', 'development')", [known]);
      await connection.query("INSERT INTO engine.document (project_id, id, name, newest_version_id) VALUES ($1, $2, 'known.md', $3)", [known, documentId, versionId]);
      await connection.query("INSERT INTO engine.posting (project_id, term, document_id, block, ordinals, counts) SELECT $1, 'term' || n, $2, 0, '{0}', '{1}' FROM generate_series(1, $3::int) n", [known, documentId, POSTINGS]);
      await connection.query("ANALYZE engine.posting");
      await connection.query("SET LOCAL enable_seqscan = off");
      const { rows } = await connection.query<{ "QUERY PLAN": string }>(`EXPLAIN (COSTS OFF) SELECT ordinals FROM engine.posting WHERE project_id = '${newId("prj")}' AND term = 'term1'`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    } finally {
      await connection.query("ROLLBACK");
    }
  });
  expect(plan).toMatch(/posting_pkey[^]*term = 'term1'/);
});

import { expect, it } from "vitest";

import { createTestProject, file } from "@/lib/engine/testing/engine";
import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";

/** Foreign keys between two tables that both say whose their rows are, and which of their pairs of columns are that. */
const LINKS = `
SELECT k.conrelid::regclass || '.' || k.conname AS name,
  EXISTS (SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair(own, other)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.other
    WHERE a.attname = t.name AND b.attname = t.name) AS "takesTheTenant"
FROM (VALUES ('engine', 'project_id'), ('portal', 'organisation_id')) AS t(room, name)
  JOIN pg_namespace n ON n.nspname = t.room
  JOIN pg_constraint k ON k.connamespace = n.oid AND k.contype = 'f'
  JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attname = t.name AND NOT c.attisdropped
  JOIN pg_attribute d ON d.attrelid = k.confrelid AND d.attname = t.name AND NOT d.attisdropped
ORDER BY 1`;

it("every link between two rows of tenants takes the tenant along", async () => {
  const links = await withConnection(required("DATABASE_URL"), async (connection) => (await connection.query<{ name: string; takesTheTenant: boolean }>(LINKS)).rows);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ takesTheTenant }) => !takesTheTenant)).toEqual([]);
});

it("a link to another project's document cannot be stored, not even by the owner of the tables", async () => {
  const [own, other] = await Promise.all([createTestProject(), createTestProject()]);
  const { document } = await other.client.documents.upload(file("theirs.md", "# Theirs"));
  const linked = withConnection(required("DATABASE_URL"), (connection) =>
    connection.query("INSERT INTO engine.posting (project_id, term, document_id, block, ordinals, counts) VALUES ($1, 'theirs', $2, 0, '{0}', '{1}')", [own.projectId, document.id]),
  );
  await expect(linked).rejects.toThrow(/violates foreign key constraint/);
});

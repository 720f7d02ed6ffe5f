import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import type { TestProject } from "@/lib/engine/testing/engine";
import { required } from "@/lib/platform/env";

// The other layer alone: here the engine logs in as a role that row-level security does not hold back, so that only the
// explicit filters of its statements stand between two projects.
const ROLE = "citadel_test_without_row_security";
const owner = new pg.Client({ connectionString: required("DATABASE_URL") });

async function engineWithoutRowSecurity() {
  const login = new URL(required("ENGINE_DATABASE_URL"));
  await owner.query(`DROP ROLE IF EXISTS ${ROLE}`);
  await owner.query(`CREATE ROLE ${ROLE} LOGIN BYPASSRLS IN ROLE citadel_engine PASSWORD 'test'`);
  login.username = ROLE;
  login.password = "test";
  vi.stubEnv("ENGINE_DATABASE_URL", login.href);
  vi.resetModules();
  const [{ createTestProject, file }, { closeEngineDatabase, withProject }, { authenticateProject }, { usesNoted }] = await Promise.all([
    import("@/lib/engine/testing/engine"),
    import("@/lib/engine/database"),
    import("@/lib/engine/keys/authenticate"),
    import("@/lib/engine/keys/note-use"),
  ]);
  return { createTestProject, file, closeEngineDatabase, withProject, authenticateProject, usesNoted };
}

let engine: Awaited<ReturnType<typeof engineWithoutRowSecurity>>;
let mine: TestProject;
let other: TestProject;
let theirDocument: string;
let theirSession: string;
beforeAll(async () => {
  await owner.connect();
  engine = await engineWithoutRowSecurity();
  mine = await engine.createTestProject();
  other = await engine.createTestProject();
  await mine.client.documents.upload(engine.file("mine.md", "# Mine\n\nThis is mine."));
  theirDocument = (await other.client.documents.upload(engine.file("theirs.md", "# Theirs\n\nThis is theirs."))).document.id;
  theirSession = (await other.client.chat({ question: "Whose is this?" })).sessionId;
});
afterAll(async () => {
  await engine.usesNoted();
  await engine.closeEngineDatabase();
  await owner.query(`DROP ROLE ${ROLE}`);
  await owner.end();
  vi.unstubAllEnvs();
});

it("is really without it", async () => {
  const { scope } = await engine.authenticateProject(mine.key);
  const everything = await engine.withProject(scope, (tx) => tx.document.findMany());
  expect(everything.map(({ projectId }) => projectId)).toContain(other.projectId);
});

it.each([
  ["get", () => mine.client.documents.get(theirDocument)],
  ["page", () => mine.client.documents.page(theirDocument, 1)],
  ["content", () => mine.client.documents.content(theirDocument)],
  ["retry", () => mine.client.documents.retry(theirDocument)],
  ["replace", () => mine.client.documents.replace(theirDocument, engine.file("x.md", "# Mine now"))],
  ["remove", () => mine.client.documents.remove(theirDocument)],
  ["chat", () => mine.client.chat({ question: "What was said?", sessionId: theirSession })],
])("%s finds nothing of another project all the same", async (_name, call) => {
  await expect(call()).rejects.toMatchObject({ code: "not_found" });
  expect((await other.client.documents.get(theirDocument)).version).toBe(1);
});

it("lists its own project all the same", async () => {
  expect((await mine.client.documents.list()).data.map(({ name }) => name)).toEqual(["mine.md"]);
});

it("searches its own project all the same", async () => {
  const { results } = await mine.client.search({ query: "Whose is this? This is theirs." });
  expect(results.map(({ documentName }) => documentName)).not.toContain("theirs.md");
});

it("counts its own project's chunks and no other's all the same", async () => {
  await owner.query("INSERT INTO engine.indexed_document (project_id, document_id, version_id, chunk_count, term_total) VALUES ($1, $2, 'ver_theirs', 700, 9000)", [other.projectId, theirDocument]);
  const [{ findPassages }, { readQuestion }, { scope }] = await Promise.all([
    import("@/lib/engine/search/index/find-passages"),
    import("@/lib/engine/search/question/read-question"),
    engine.authenticateProject(mine.key),
  ]);
  expect((await findPassages(scope, readQuestion("Whose is this?"), { vectorWeight: 0.7, most: 5 })).liveChunks).toBe(0);
});

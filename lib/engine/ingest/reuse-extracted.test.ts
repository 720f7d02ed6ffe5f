import { PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { ingestDocument } from "@/lib/engine/ingest/ingest-document";
import type * as ReadApart from "@/lib/engine/ingest/read/read-apart";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { createTestProject, file, readWaiting, type TestProject, unfinishedVersions } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";

const read = vi.hoisted(() => ({ times: 0 }));
vi.mock("@/lib/engine/ingest/read/read-apart", async (original) => {
  const real = await original<typeof ReadApart>();
  return {
    ...real,
    readApart: (...given: Parameters<typeof real.readApart>) => {
      read.times += 1;
      return real.readApart(...given);
    },
  };
});

const NOTES = "# Leave\n\nEverybody has thirty days.\n\n## Carers\n\nCarers have:\n\n- five days more\n- a quiet room\n\n| Grade | Days |\n| --- | --- |\n| A | 30 |\n| B | 35 |\n";
const never = new AbortController().signal;

async function pdfOf(lines: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of lines) pdf.addPage([400, 300]).drawText(line, { x: 40, y: 200, size: 12, font });
  return pdf.save();
}

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
});
beforeEach(() => {
  read.times = 0;
});
afterAll(async () => {
  stopReaders();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

async function add({ client, projectId }: TestProject, name: string, content: string | Uint8Array): Promise<string> {
  const { document } = await client.documents.upload(file(name, content));
  await readWaiting(projectId);
  return document.id;
}

/** All that reading gave a document, without ids. */
async function readingOf({ key, projectId }: TestProject, documentId: string) {
  const { scope } = await authenticateProject(key);
  return withProject(scope, async (tx) => ({
    pages: await tx.$queryRaw`
      SELECT p.page, p.text, p.width, p.height, p.blocks FROM engine.page p JOIN engine.document d ON d.project_id = ${projectId} AND d.live_version_id = p.version_id
      WHERE p.project_id = ${projectId} AND d.id = ${documentId} ORDER BY p.page`,
    chunks: await tx.$queryRaw`
      SELECT ordinal, page, start_offset, end_offset, text, context, code::text, vector, sentence_spans, sentence_vectors, sentence_contexts, terms, term_counts, term_total
      FROM engine.chunk WHERE project_id = ${projectId} AND document_id = ${documentId} ORDER BY ordinal`,
    version: await tx.documentVersion.findFirst({ where: { projectId, documentId }, select: { status: true, pageCount: true, chunkCount: true, progressDone: true } }),
  }));
}

it.each<[string, string, string, () => Promise<string | Uint8Array>]>([
  ["a note", "hr/leave.md", "Handbook 2031.md", async () => NOTES],
  ["a PDF", "first.pdf", "archive/Second copy.pdf", () => pdfOf(["The harbour opens at six.", "It closes at nine."])],
  ["a name without words", "leave.md", "_.md", async () => NOTES],
])("reads %s once, and gives it under another name what reading it again would give", async (_what, name, other, content) => {
  const [once, afresh] = await Promise.all([createTestProject(), createTestProject()]);
  const bytes = await content();
  await add(once, name, bytes);
  expect(read.times).toBe(1);
  const again = await add(once, other, bytes);
  expect(read.times).toBe(1);
  const expected = await readingOf(afresh, await add(afresh, other, bytes));
  expect(read.times).toBe(2);
  expect(expected.version?.status).toBe("ready");
  expect(await readingOf(once, again)).toEqual(expected);
});

it("reads them once also when they come at once, and apart for each project", async () => {
  const projects = await Promise.all([createTestProject(), createTestProject()]);
  for (const { client } of projects) for (const name of ["a.md", "b.md", "c.md"]) await client.documents.upload(file(name, NOTES));
  const jobs = (await Promise.all(projects.map(async ({ projectId }) => (await unfinishedVersions(projectId)).map((versionId) => ({ projectId, versionId }))))).flat();
  await Promise.all(jobs.map((job) => ingestDocument(job, never)));
  expect(read.times).toBe(2);
  for (const { client } of projects) expect((await client.documents.list({ status: "ready" })).data).toHaveLength(3);
});

it("reads them again when the document that had them is gone, and as what another ending says they are", async () => {
  const project = await createTestProject();
  const first = await add(project, "a.md", NOTES);
  await add(project, "a.txt", NOTES);
  expect(read.times).toBe(2);
  await project.client.documents.remove(first);
  await add(project, "b.md", NOTES);
  expect(read.times).toBe(3);
  expect((await project.client.search({ query: "quiet room", limit: 5 })).results.map(({ documentName }) => documentName)).toContain("b.md");
});

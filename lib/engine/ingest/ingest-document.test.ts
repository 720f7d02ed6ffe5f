import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { advance, beginAttempt, type Attempt, Overtaken } from "@/lib/engine/ingest/attempt";
import { extractPages } from "@/lib/engine/ingest/extract-pages";
import { fromJob } from "@/lib/engine/ingest/from-job";
import { indexChunks } from "@/lib/engine/ingest/index-chunks";
import { ingestDocument, MOST_ATTEMPTS } from "@/lib/engine/ingest/ingest-document";
import { publishVersion } from "@/lib/engine/ingest/publish-version";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import type { ProjectScope } from "@/lib/engine/scope";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { createTestProject, file, readWaiting, type TestProject, unfinishedVersions } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { removeBlob } from "@/lib/platform/blobs/sealed-blobs";

const HANDBOOK = Array.from({ length: 12 }, (_, index) => `# Part ${index}\n\n${`Room ${index} is cleaned on day ${index} of the month. `.repeat(30)}`).join("\n\n");
const never = new AbortController().signal;

let project: TestProject;
let scope: ProjectScope;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
});
beforeEach(async () => {
  project = await createTestProject();
  scope = (await authenticateProject(project.key)).scope;
});
afterAll(async () => {
  stopReaders();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

async function uploaded(name: string, content: string): Promise<{ documentId: string; versionId: string }> {
  const { document } = await project.client.documents.upload(file(name, content));
  const [versionId = ""] = (await unfinishedVersions(project.projectId)).slice(-1);
  return { documentId: document.id, versionId };
}
async function attemptAt(versionId: string): Promise<Attempt> {
  const due = await fromJob({ projectId: project.projectId, versionId });
  if (due === undefined) throw new Error("Nothing is due.");
  return beginAttempt(due);
}
/** What is stored of the project's documents. */
async function stored() {
  const { projectId } = project;
  const [counts] = await withProject(scope, (tx) => tx.$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*)::int FROM engine.page WHERE project_id = ${projectId}) AS pages,
      (SELECT count(*)::int FROM engine.chunk WHERE project_id = ${projectId}) AS chunks,
      (SELECT count(*)::int FROM engine.live_chunk WHERE project_id = ${projectId}) AS live,
      (SELECT count(*)::int FROM engine.document_version WHERE project_id = ${projectId}) AS versions`);
  return counts;
}

describe("reading a document", () => {
  it("ends ready, with its pages and chunks once", async () => {
    const { documentId } = await uploaded("handbook.md", HANDBOOK);
    await readWaiting(project.projectId);
    const document = await project.client.documents.get(documentId);
    expect(document).toMatchObject({ status: "ready", error: null, progress: { stage: "ready", done: document.chunkCount, total: document.chunkCount } });
    expect(document.chunkCount).toBeGreaterThan(5);
    expect(await stored()).toEqual({ pages: document.pageCount, chunks: document.chunkCount, live: document.chunkCount, versions: 1 });
    expect(await unfinishedVersions(project.projectId)).toEqual([]);
  });

  it("goes on after a run that was killed, and doubles nothing", async () => {
    const { documentId, versionId } = await uploaded("handbook.md", HANDBOOK);
    const killed = await attemptAt(versionId);
    const { drafts } = await extractPages(killed, Buffer.from(HANDBOOK), never);
    await indexChunks(killed, drafts.slice(0, 4), never);
    await readWaiting(project.projectId);
    const { chunkCount, pageCount, status } = await project.client.documents.get(documentId);
    expect({ status, chunkCount }).toEqual({ status: "ready", chunkCount: drafts.length });
    expect(await stored()).toEqual({ pages: pageCount, chunks: chunkCount, live: chunkCount, versions: 1 });
  });

  it("lets a run that was overtaken write nothing more", async () => {
    const { versionId } = await uploaded("handbook.md", HANDBOOK);
    const slow = await attemptAt(versionId);
    const { drafts } = await extractPages(slow, Buffer.from(HANDBOOK), never);
    await attemptAt(versionId);
    expect(await stored()).toMatchObject({ pages: 0 });
    await expect(indexChunks(slow, drafts, never)).rejects.toThrow(Overtaken);
    await expect(publishVersion(slow, { pageCount: 1, chunkCount: 1 }, BUILT_IN)).rejects.toThrow(Overtaken);
    expect(await stored()).toMatchObject({ chunks: 0, live: 0 });
  });

  it("is put back when the worker stops, and that counts for nothing", async () => {
    const { documentId, versionId } = await uploaded("handbook.md", HANDBOOK);
    for (let stop = 0; stop <= MOST_ATTEMPTS; stop++) {
      await expect(ingestDocument({ projectId: project.projectId, versionId }, AbortSignal.abort(new Error("stopping")))).rejects.toThrow("stopping");
      expect((await project.client.documents.get(documentId)).status).toBe("queued");
    }
    await readWaiting(project.projectId);
    expect((await project.client.documents.get(documentId)).status).toBe("ready");
  });

  it.each([
    ["a test virus", "a.txt", ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""), "infected"],
    ["nothing to read", "a.txt", "   \n\n  ", "no_text"],
    ["a damaged PDF", "a.pdf", "%PDF-1.7\nnothing that follows is a PDF", "malformed"],
  ])("that holds %s ends failed, with a sentence, and can be tried again", async (_what, name, content, code) => {
    const { documentId } = await uploaded(name, content);
    await readWaiting(project.projectId);
    const failed = await project.client.documents.get(documentId);
    expect(failed).toMatchObject({ status: "failed", error: { code }, indexedAt: null });
    expect(failed.error?.message).toMatch(/\.$/);
    expect(await stored()).toMatchObject({ pages: 0, chunks: 0 });
    expect(await project.client.documents.retry(documentId)).toMatchObject({ status: "queued", error: null });
    await readWaiting(project.projectId);
    expect((await project.client.documents.get(documentId)).error?.code).toBe(code);
  });

  it("that goes wrong on our side is tried again by the queue, and then given up", async () => {
    const { documentId, versionId } = await uploaded("lost.md", "# Lost\n\nIts file is gone.");
    await removeBlob(`${project.projectId}/${versionId}`);
    const run = () => ingestDocument({ projectId: project.projectId, versionId }, never);
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) await expect(run()).rejects.toThrow();
    expect((await project.client.documents.get(documentId)).status).not.toBe("failed");
    await run();
    expect(await project.client.documents.get(documentId)).toMatchObject({ status: "failed", error: { code: "internal" } });
    expect(await unfinishedVersions(project.projectId)).toEqual([]);
  });

  it("that takes its whole process down again and again is given up as well", async () => {
    const { documentId, versionId } = await uploaded("crash.md", "# Crash");
    for (let crash = 0; crash < MOST_ATTEMPTS; crash++) await attemptAt(versionId);
    await readWaiting(project.projectId);
    expect(await project.client.documents.get(documentId)).toMatchObject({ status: "failed", error: { code: "internal" } });
  });
});

describe("a document that changes while it is read", () => {
  it("ends quietly when it was removed", async () => {
    const { documentId, versionId } = await uploaded("gone.md", HANDBOOK);
    const attempt = await attemptAt(versionId);
    await project.client.documents.remove(documentId);
    await expect(withProject(scope, (tx) => advance(tx, attempt, { status: "extracting" }))).rejects.toThrow(Overtaken);
    await expect(ingestDocument({ projectId: project.projectId, versionId }, never)).resolves.toBeUndefined();
    expect(await stored()).toEqual({ pages: 0, chunks: 0, live: 0, versions: 0 });
  });

  it("ends quietly when it was replaced before it was ready", async () => {
    const { documentId, versionId } = await uploaded("notes.md", "# Notes\n\nThe gate code is red.");
    const attempt = await attemptAt(versionId);
    const { drafts } = await extractPages(attempt, Buffer.from("# Notes\n\nThe gate code is red."), never);
    await project.client.documents.replace(documentId, file("x.md", "# Notes\n\nThe gate code is blue."));
    await expect(indexChunks(attempt, drafts, never)).rejects.toThrow(Overtaken);
    await readWaiting(project.projectId);
    expect((await project.client.chat({ question: "What is the gate code?" })).answer).toContain("blue");
    expect(await stored()).toMatchObject({ versions: 1 });
  });

  it("answers from the old version until the new one is ready, and for good when that fails", async () => {
    const { documentId } = await uploaded("notes.md", "# Notes\n\nThe gate code is red.");
    await readWaiting(project.projectId);
    await project.client.documents.replace(documentId, file("x.md", " \n "));
    expect((await project.client.documents.page(documentId, 1)).text).toContain("red");
    await readWaiting(project.projectId);
    expect(await project.client.documents.get(documentId)).toMatchObject({ status: "failed", version: 2, answers: true, error: { code: "no_text" } });
    expect((await project.client.chat({ question: "What is the gate code?" })).answer).toContain("red");
    expect(await new Response((await project.client.documents.content(documentId)).body).text()).toContain("red");
    await project.client.documents.replace(documentId, file("x.md", "# Notes\n\nThe gate code is green."));
    await readWaiting(project.projectId);
    expect((await project.client.chat({ question: "What is the gate code?" })).answer).toContain("green");
    expect(await stored()).toMatchObject({ versions: 1 });
  });
});

it("makes no scope from a job whose ids do not belong together", async () => {
  const other = await createTestProject();
  const { versionId } = await uploaded("mine.md", "# Mine");
  expect(await fromJob({ projectId: other.projectId, versionId })).toBeUndefined();
  expect(await fromJob({ projectId: project.projectId, versionId: "ver_' or 1=1" })).toBeUndefined();
  await expect(fromJob({ projectId: project.projectId })).rejects.toThrow();
});

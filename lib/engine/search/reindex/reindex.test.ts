import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { closeEngineDatabase, lookUp, withProject } from "@/lib/engine/database";
import { beginAttempt } from "@/lib/engine/ingest/attempt";
import { extractPages } from "@/lib/engine/ingest/extract-pages";
import { fromDeletionJob, fromJob } from "@/lib/engine/ingest/from-job";
import { indexChunks } from "@/lib/engine/ingest/index-chunks";
import { ingestDocument, MOST_ATTEMPTS } from "@/lib/engine/ingest/ingest-document";
import { publishVersion } from "@/lib/engine/ingest/publish-version";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import type { ProjectScope } from "@/lib/engine/scope";
import { ownModel } from "@/lib/engine/search/index/own-model";
import type { EmbeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { queueReindexes } from "@/lib/engine/search/reindex/queue-reindexes";
import { reindexProgress } from "@/lib/engine/search/reindex/reindex-progress";
import { reindexProject } from "@/lib/engine/search/reindex/reindex-project";
import { type EmbeddingServer, startEmbeddingServer } from "@/lib/engine/search/testing/embedding-server";
import { createTestProject, eraseDeleted, file, readWaiting, testAdmin, type TestProject, unfinishedVersions } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { activeJobKeys, startQueue, stopQueue } from "@/lib/platform/queue/queue";

const configured = vi.hoisted<{ settings: EmbeddingSettings | undefined }>(() => ({ settings: undefined }));
vi.mock("@/lib/engine/search/model/embedding-settings", () => ({ embeddingSettings: () => configured.settings }));

const never = new AbortController().signal;
/** Long enough for more than one batch. */
const ARCHIVE = Array.from({ length: 50 }, (_, n) => `# Shelf ${n}\n\n${[1, 2, 3].map((floor) => `Shelf ${n} is checked on floor ${floor} by keeper ${n * 7} in room ${n * 3}, who counts the boxes and signs the list before noon.`).join(" ")}`).join("\n\n");

let server: EmbeddingServer;
let project: TestProject;
let scope: ProjectScope;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
  server = await startEmbeddingServer({ small: 96, large: 640, gone: 128 });
});
beforeEach(async () => {
  configured.settings = undefined;
  server.fault = undefined;
  project = await createTestProject();
  scope = (await authenticateProject(project.key)).scope;
  server.requests.length = 0;
});
afterAll(async () => {
  stopReaders();
  await server.close();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

function configure(model: string): void {
  configured.settings = { url: server.url, apiKey: undefined, model, questionMs: 2_000, requestMs: 60_000, patienceMs: 0 };
}
async function add(name: string, content: string): Promise<string> {
  const { document } = await project.client.documents.upload(file(name, content));
  await readWaiting(project.projectId);
  return document.id;
}
const reindex = (signal = never) => reindexProject({ projectId: project.projectId }, signal);
const names = async (query: string) => (await project.client.search({ query, limit: 5 })).results.map(({ documentName }) => documentName);
/** Which widths the project's codes and vectors have, how many live chunks have a vector of zeros, and how many next ones there are. */
async function stored() {
  const { projectId } = project;
  const [row] = await withProject(scope, (tx) => tx.$queryRaw<{ widths: number[]; empty: number; beside: number }[]>`
    SELECT (SELECT array_agg(DISTINCT w.width) FROM engine.chunk c CROSS JOIN LATERAL unnest(ARRAY[length(c.code), octet_length(c.vector)]) AS w(width)
        WHERE c.project_id = ${projectId}) AS widths,
      (SELECT count(*)::int FROM engine.live_chunk l WHERE l.project_id = ${projectId} AND bit_count(l.vector) = 0) AS empty,
      (SELECT count(*)::int FROM engine.reindexed_chunk r WHERE r.project_id = ${projectId}) AS beside`);
  return { ...row, model: await withProject(scope, (tx) => ownModel(tx, scope)) };
}

describe("a re-index", { timeout: 120_000 }, () => {
  it("answers all the time, with the old vectors until all the new ones are there, then with those", async () => {
    await add("archive.md", ARCHIVE);
    await add("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year.");
    configure("small");
    const meanwhile: { found: string[]; width: number[] | undefined }[] = [];
    server.fault = async ({ body }) => {
      if (body.input.length > 1) meanwhile.push({ found: await names("How many days of leave?"), width: (await stored()).widths });
      return undefined;
    };
    await reindex();
    expect(meanwhile.length).toBeGreaterThan(2);
    for (const { found, width } of meanwhile) expect({ first: found[0], width }).toEqual({ first: "leave.md", width: [384] });
    expect(await stored()).toEqual({ widths: [96], empty: 0, beside: 0, model: { name: "small", dimensions: 96 } });
    server.requests.length = 0;
    expect((await names("How many days of leave?"))[0]).toBe("leave.md");
    expect((await project.client.chat({ question: "How many days of leave does everybody have?" })).answer).toContain("thirty");
    expect(new Set(server.requests.map(({ body }) => body.model))).toEqual(new Set(["small"]));
  });

  it("goes on where it was killed, and shows how far it is", async () => {
    await add("archive.md", ARCHIVE);
    configure("large");
    const before = await reindexProgress();
    server.fault = ({ body }) => (body.input.some((text) => text.startsWith("Shelf 49 is")) ? new Response("", { status: 400 }) : undefined);
    await expect(reindex()).rejects.toMatchObject({ fault: "refused_by_server" });
    const halfDone = (await stored()).beside ?? 0;
    expect(halfDone).toBeGreaterThan(0);
    const progress = await reindexProgress();
    expect({ ...progress, chunksDone: progress.chunksDone - before.chunksDone }).toMatchObject({ model: "large", dimensions: 640, chunksDone: halfDone });
    expect(progress.projectsLeft).toBeGreaterThan(0);
    expect(progress.chunks).toBeGreaterThan(halfDone);
    const asked = () => server.requests.flatMap(({ body }) => body.input.filter((text) => text.startsWith("archive\n"))).length;
    server.fault = undefined;
    server.requests.length = 0;
    await reindex();
    const { chunkCount } = (await project.client.documents.list()).data[0] ?? { chunkCount: 0 };
    expect(asked()).toBe(chunkCount - halfDone);
    expect(await stored()).toMatchObject({ widths: [640], beside: 0 });
    server.requests.length = 0;
    await reindex();
    expect(server.requests).toEqual([]);
  });

  it("takes documents along that come, and lets go of those that leave, while it goes on", async () => {
    await add("archive.md", ARCHIVE);
    const leaving = await add("leaving.md", "# Leaving\n\nThe tulip code is 9934.");
    configure("small");
    let batches = 0;
    server.fault = async ({ body }) => {
      if (body.input.length === 1 || batches++ > 0) return undefined;
      await add("coming.md", "# Coming\n\nThe marigold code is 7781.");
      await project.client.documents.remove(leaving);
      return undefined;
    };
    await reindex();
    expect(await stored()).toMatchObject({ widths: [96], empty: 0, beside: 0 });
    expect((await names("marigold code"))[0]).toBe("coming.md");
    expect(await names("tulip code")).not.toContain("leaving.md");
  });

  it("lets no document go live with vectors of the model before", async () => {
    await add("archive.md", ARCHIVE);
    const { document } = await project.client.documents.upload(file("late.md", "# Late\n\nThe marigold code is 7781."));
    const [versionId = ""] = await unfinishedVersions(project.projectId);
    const due = await fromJob({ projectId: project.projectId, versionId });
    if (due === undefined) throw new Error("Nothing is due.");
    const attempt = await beginAttempt(due);
    const { drafts, pageCount } = await extractPages(attempt, Buffer.from("# Late\n\nThe marigold code is 7781."), never);
    const model = await indexChunks(attempt, drafts, never);
    configure("small");
    await reindex();
    expect(await publishVersion(attempt, { pageCount, chunkCount: drafts.length }, model)).toBe(false);
    expect((await project.client.documents.get(document.id)).status).toBe("indexing");
    await readWaiting(project.projectId);
    expect(await stored()).toMatchObject({ widths: [96], empty: 0 });
    expect((await names("marigold code"))[0]).toBe("late.md");
  });

  it("leads back to the built-in model, also when nobody serves the one before", async () => {
    configure("gone");
    await add("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year.");
    expect(await stored()).toMatchObject({ widths: [128] });
    configured.settings = undefined;
    expect((await names("thirty days of leave"))[0]).toBe("leave.md");
    await add("code.md", "# Codes\n\nThe marigold code is 7781.");
    expect(await stored()).toMatchObject({ widths: [128], empty: 1 });
    expect((await names("marigold code"))[0]).toBe("code.md");
    await reindex();
    expect(await stored()).toMatchObject({ widths: [384], empty: 0, model: BUILT_IN });
    expect((await names("How much vacation do I get?"))[0]).toBe("leave.md");
  });

  it("is queued once for each project that needs it", async () => {
    await add("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year.");
    await startQueue();
    try {
      await queueReindexes();
      expect(await activeJobKeys("reindex")).not.toContain(project.projectId);
      configure("small");
      await queueReindexes();
      await queueReindexes();
      expect((await activeJobKeys("reindex")).filter((key) => key === project.projectId)).toHaveLength(1);
    } finally {
      await lookUp((tx) => tx.$executeRaw`DELETE FROM queue.job WHERE name = 'reindex'`);
      await stopQueue();
    }
  });

  it("of a project that is deleted leaves nothing, and is not begun", async () => {
    configure("small");
    await add("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year.");
    await testAdmin().deleteProject(project.projectId);
    const deleting = await fromDeletionJob(project.projectId);
    if (deleting === undefined) throw new Error("It is not being deleted.");
    await eraseDeleted(project.projectId);
    server.requests.length = 0;
    await reindex();
    expect(server.requests).toEqual([]);
    expect(await withProject(deleting, (tx) => ownModel(tx, deleting))).toEqual(BUILT_IN);
  });
});

describe("a server that embeds and fails", () => {
  it("leaves a question to its words, is left alone for a while, and nobody is told", async () => {
    server.models.set("failing", 64);
    configure("failing");
    await add("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year.");
    expect((await names("How many days of leave?"))[0]).toBe("leave.md");
    server.fault = () => new Response("", { status: 500 });
    server.requests.length = 0;
    const { answer, grounding, citations } = await project.client.chat({ question: "How many days of leave does everybody have?" });
    expect({ grounding, quote: citations[0]?.quote }).toEqual({ grounding: "answered", quote: "Everybody has thirty days of leave in a year." });
    expect(answer).toContain("thirty days");
    expect(answer).not.toMatch(/embed|model|server/i);
    expect((await names("days of leave"))[0]).toBe("leave.md");
    expect(server.requests).toHaveLength(1);
  });

  it("lets a document wait for the queue's next try, and tells why when it is given up", async () => {
    configure("small");
    const { document } = await project.client.documents.upload(file("leave.md", "# Leave\n\nThirty days."));
    const [versionId = ""] = await unfinishedVersions(project.projectId);
    const run = () => ingestDocument({ projectId: project.projectId, versionId }, never);
    server.fault = () => new Response("", { status: 429, headers: { "retry-after": "1" } });
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) await expect(run()).rejects.toMatchObject({ fault: "rate_limited" });
    await run();
    const { status, error } = await project.client.documents.get(document.id);
    expect({ status, code: error?.code }).toEqual({ status: "failed", code: "internal" });
    expect(error?.message).toContain("The file is fine: try it again");
    server.fault = undefined;
    await project.client.documents.retry(document.id);
    await readWaiting(project.projectId);
    expect((await project.client.documents.get(document.id)).status).toBe("ready");
  });
});

import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { EngineAdmin, EngineClient } from "@/lib/engine/client";
import type { ChatEvent } from "@/lib/engine/contract";
import { closeEngineDatabase } from "@/lib/engine/database";
import { inProcessAdmin, inProcessClient } from "@/lib/engine/in-process";
import { engineManifest } from "@/lib/engine/export/manifest";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { httpAdmin } from "@/lib/engine/over-http/http-admin";
import { httpClient } from "@/lib/engine/over-http/http-client";
import { file, readWaiting } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { serveEngine } from "@/lib/engine/testing/serve";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { openArchive } from "@/lib/platform/archive/open-archive";
import { MANIFEST } from "@/lib/platform/archive/write-archive";
import { required } from "@/lib/platform/env";
import type { TestServer } from "@/lib/platform/http/testing/serve";

const BIKES = "# Bikes\n\nBicycles are parked in the northern shed. The shed is locked at 10 pm.\n";
const BIKES_LATER = "# Bikes\n\nBicycles are parked in the northern shed. The shed is locked at 11 pm.\n";

let server: TestServer;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
  server = await serveEngine();
});
afterAll(async () => {
  await server.close();
  stopReaders();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

const DOORS = {
  "in this process": { client: inProcessClient, admin: inProcessAdmin },
  "over HTTP": { client: (key: string) => httpClient(server.url, key), admin: (key: string) => httpAdmin(server.url, key) },
};

describe.each(Object.entries(DOORS))("the door %s", (_name, door) => {
  let admin: EngineAdmin;
  let client: EngineClient;
  let projectId: string;
  let documentId: string;

  beforeAll(async () => {
    admin = door.admin(required("MANAGEMENT_KEY"));
    projectId = (await admin.createProject({ name: "Door", environment: "production" })).id;
    client = door.client((await admin.issueKey(projectId, { name: "portal" })).key);
  });

  it("provisions: lists, totals, keys without their secrets", async () => {
    const { key, prefix, id } = await admin.issueKey(projectId, { name: "second" });
    expect(key.startsWith("sk_live_")).toBe(true);
    expect(key.startsWith(prefix)).toBe(true);
    const { data } = await admin.listKeys(projectId);
    expect(data.map(({ name }) => name)).toEqual(["second", "portal"]);
    expect(JSON.stringify(data)).not.toContain(key);
    await admin.revokeKey(projectId, id);
    await expect(door.client(key).documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    expect(await admin.getProject(projectId)).toMatchObject({ name: "Door", documentCount: 0, chunkCount: 0, bytes: 0 });
  });

  it("takes a file, and the same file again as the one that is there", async () => {
    const first = await client.documents.upload(file("site/bikes.md", BIKES));
    expect(first).toMatchObject({ created: true, document: { name: "site/bikes.md", status: "queued", answers: false, version: 1, contentType: "text/markdown" } });
    documentId = first.document.id;
    const again = await client.documents.upload(file("site/bikes.md", BIKES));
    expect(again).toMatchObject({ created: false, document: { id: documentId } });
    await readWaiting(projectId);
    expect(await client.documents.get(documentId)).toMatchObject({ status: "ready", pageCount: 1, chunkCount: 1, error: null });
    expect((await client.documents.list({ name: "BIKES", status: "ready", limit: 1 })).data).toHaveLength(1);
  });

  it("answers with a located quotation, in one piece and as a stream", async () => {
    const answer = await client.chat({ question: "When is the bicycle shed locked?" });
    expect(answer).toMatchObject({ refused: false, grounding: "answered" });
    expect(answer.answer).toContain("10 pm");
    const page = await client.documents.page(documentId, 1);
    for (const { start, end, quote } of answer.citations) expect(page.text.slice(start, end)).toBe(quote);
    const events: ChatEvent[] = [];
    for await (const event of client.chatStream({ question: "When is the bicycle shed locked?", sessionId: answer.sessionId })) events.push(event);
    const done = events.at(-1);
    expect(events.slice(0, 3).map((event) => event.data)).toEqual([{ phase: "searching" }, { phase: "reading" }, { phase: "writing" }]);
    expect(done).toMatchObject({ event: "done", data: { sessionId: answer.sessionId, answer: answer.answer } });
    expect(events.flatMap((event) => (event.event === "delta" ? [event.data.text] : [])).join("")).toBe(answer.answer);
    expect(events.at(-2)).toEqual({ event: "citations", data: { citations: answer.citations } });
  });

  it("searches, and only in the documents that are named", async () => {
    const { results } = await client.search({ query: "bicycles", limit: 3 });
    expect(results[0]).toMatchObject({ documentId, page: 1 });
    expect((await client.search({ query: "bicycles", documentIds: ["doc_of_nobody", "\u0000"] })).results).toEqual([]);
    expect((await client.search({ query: "bicycles", documentIds: [] })).results).toEqual([]);
  });

  it("gives the original back, whole and in part", async () => {
    const whole = await client.documents.content(documentId);
    expect(whole).toMatchObject({ status: 200, contentLength: Buffer.byteLength(BIKES), fileName: expect.stringMatching(/bikes\.md$/) });
    expect(await new Response(whole.body).text()).toBe(BIKES);
    const part = await client.documents.content(documentId, "bytes=2-6");
    expect(part).toMatchObject({ status: 206, contentLength: 5, totalBytes: Buffer.byteLength(BIKES), contentRange: `bytes 2-6/${Buffer.byteLength(BIKES)}` });
    expect(await new Response(part.body).text()).toBe("Bikes");
    await expect(client.documents.content(documentId, "bytes=9999-")).rejects.toMatchObject({ code: "range_not_satisfiable" });
  });

  it("stores nothing of a question that is not to be stored, forgets what is older, and counts what there is", async () => {
    const unstored = await client.chat({ question: "When is the bicycle shed locked?", store: false });
    expect(unstored.refused).toBe(false);
    await expect(client.chat({ question: "And on Sundays?", sessionId: unstored.sessionId })).rejects.toMatchObject({ code: "not_found" });
    const { sessionId } = await client.chat({ question: "When is the bicycle shed locked?" });
    expect(await client.forget("2000-01-01T00:00:00Z")).toEqual({ messages: 0, sessions: 0 });
    expect((await client.forget(new Date(Date.now() + 60_000).toISOString())).messages).toBeGreaterThan(0);
    await expect(client.chat({ question: "And on Sundays?", sessionId })).rejects.toMatchObject({ code: "not_found" });
    const day = new Date().toISOString().slice(0, 10);
    expect(await client.usage({ from: day, until: day })).toEqual({ documents: 1, bytes: Buffer.byteLength(BIKES), pages: 1, days: [] });
    await expect(client.usage({ from: "2026-02-01", until: "2026-01-01" })).rejects.toMatchObject({ code: "validation_failed" });
    expect((await client.documents.list({ olderThan: "2000-01-01T00:00:00Z" })).data).toEqual([]);
    expect((await client.documents.list({ olderThan: new Date(Date.now() + 60_000).toISOString(), status: "ready" })).data).toHaveLength(1);
  });

  it("exports everything as one archive whose manifest holds", async () => {
    await client.chat({ question: "When is the bicycle shed locked?" });
    const bytes = Buffer.from(await new Response(await client.exportProject()).arrayBuffer());
    const archive = await openArchive({ bytes: bytes.length, read: ({ start, end }) => new Blob([Uint8Array.from(bytes.subarray(start, end))]).stream() });
    const { documents, entries } = engineManifest.parse(JSON.parse(await archive.text(MANIFEST)));
    expect(documents).toMatchObject([{ id: documentId, name: "site/bikes.md", pageCount: 1 }]);
    expect([...archive.names].sort()).toEqual([...Object.keys(entries), MANIFEST].sort());
    for (const [name, { sha256 }] of Object.entries(entries)) expect(createHash("sha256").update(await archive.text(name)).digest("hex")).toBe(sha256);
    expect(await archive.text(documents[0]?.original ?? "")).toBe(BIKES);
    expect(JSON.parse(await archive.text(documents[0]?.pages ?? ""))).toEqual([await client.documents.page(documentId, 1)]);
    expect(await archive.text("sessions.jsonl")).toContain("10 pm");
    await expect(door.client("sk_live_unknown").exportProject()).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("replaces without a gap, refuses a retry of what did not fail", async () => {
    const replaced = await client.documents.replace(documentId, file("other-name.md", BIKES_LATER));
    expect(replaced).toMatchObject({ id: documentId, name: "site/bikes.md", version: 2, status: "queued", answers: true });
    expect((await client.chat({ question: "When is the bicycle shed locked?" })).answer).toContain("10 pm");
    await readWaiting(projectId);
    expect((await client.chat({ question: "When is the bicycle shed locked?" })).answer).toContain("11 pm");
    await expect(client.documents.retry(documentId)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["an absent document", () => client.documents.get("doc_0000000000"), "not_found"],
    ["an id that is none", () => client.documents.get("doc_' or 1=1"), "not_found"],
    ["an absent page", () => client.documents.page(documentId, 99), "not_found"],
    ["an unknown session", () => client.chat({ question: "hello", sessionId: "ses_nothing" }), "not_found"],
    ["an empty question", () => client.chat({ question: "  " }), "validation_failed"],
    ["an empty file", () => client.documents.upload(file("empty.md", "")), "empty_file"],
    ["an archive", () => client.documents.upload(file("a.rar", Buffer.from("526172211a07010000", "hex"))), "unsupported_type"],
    ["a name that lies", () => client.documents.upload(file("a.pdf", "only text")), "content_mismatch"],
    ["a name of nothing", () => client.documents.upload(file("../..", "text")), "validation_failed"],
    ["a wrong cursor", () => client.documents.list({ cursor: "nonsense" }), "validation_failed"],
    ["an absent project", () => admin.getProject("prj_nothing"), "not_found"],
    ["an absent key", () => admin.revokeKey(projectId, "key_nothing"), "not_found"],
  ])("says the same of %s", async (_what, call, code) => {
    await expect(call()).rejects.toMatchObject({ name: "CitadelError", code });
  });

  it("says which embedding model is configured, and how far the re-index to it is", async () => {
    const { projects, ...indexing } = await admin.indexing();
    expect(indexing).toEqual({ model: "built-in", dimensions: 384, projectsLeft: expect.any(Number), chunks: expect.any(Number), chunksDone: expect.any(Number) });
    expect(projects).toBeGreaterThan(0);
  });

  it("wants the right kind of key", async () => {
    await expect(door.client(required("MANAGEMENT_KEY")).search({ query: "shed" })).rejects.toMatchObject({ code: "wrong_credential" });
    const { key } = await admin.issueKey(projectId);
    await expect(door.admin(key).listProjects()).rejects.toMatchObject({ code: "wrong_credential" });
    await expect(door.client("sk_live_unknown").search({ query: "shed" })).rejects.toMatchObject({ code: "unauthorized" });
    await expect(door.admin("mk_unknown").listProjects()).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("stops a stream that is no longer wanted", async () => {
    const gone = new AbortController();
    const events = door.client((await admin.issueKey(projectId)).key).chatStream({ question: "Where are bicycles parked?" }, { signal: gone.signal });
    const reading = async () => {
      for await (const event of events) if (event.event === "status") gone.abort();
    };
    await expect(reading()).rejects.toMatchObject({ name: "AbortError" });
  });

  it("deletes a document at once, and a project with its keys", async () => {
    await client.documents.remove(documentId);
    await expect(client.documents.get(documentId)).rejects.toMatchObject({ code: "not_found" });
    expect((await client.chat({ question: "When is the bicycle shed locked?" })).refused).toBe(true);
    const { deletion } = await admin.deleteProject(projectId);
    expect(deletion).toMatchObject({ status: "pending", projectId, finishedAt: null });
    await expect(client.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    expect((await admin.deleteProject(projectId)).deletion.id).toBe(deletion.id);
    expect(await admin.getDeletion(deletion.id)).toEqual({ deletion });
  });
});

it("says that an engine does not answer", async () => {
  const nobody = httpClient("http://127.0.0.1:9", "sk_live_x");
  await expect(nobody.documents.list()).rejects.toMatchObject({ code: "engine_unreachable" });
});

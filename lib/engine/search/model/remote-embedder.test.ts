import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import type { EmbeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { remoteEmbedder } from "@/lib/engine/search/model/remote-embedder";
import { answersWith, type EmbeddingServer, startEmbeddingServer } from "@/lib/engine/search/testing/embedding-server";
import { cosine, toBytes } from "@/lib/platform/embedding-model/vectors";

let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer({ words: 96 });
});
afterAll(() => server.close());
beforeEach(() => {
  server.fault = undefined;
  server.requests.length = 0;
});

const settings = (changes: Partial<EmbeddingSettings> = {}): EmbeddingSettings => ({
  url: server.url, apiKey: "secret", model: "words", questionMs: 2_000, requestMs: 2_000, patienceMs: 0, ...changes,
});

function draftOf(...sentences: string[]): ChunkDraft {
  const text = sentences.join(" ");
  const spans = sentences.map((sentence) => ({ start: 50 + text.indexOf(sentence), end: 50 + text.indexOf(sentence) + sentence.length }));
  return { page: 1, start: 50, end: 50 + text.length, text, context: ["Handbook"], sentences: spans };
}

describe("a server that embeds", () => {
  it("is asked as OpenAI's is, with the key", async () => {
    const vector = await remoteEmbedder(settings()).embedQuestion("How much leave?");
    expect(vector).toHaveLength(96);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(server.requests).toEqual([{ path: "/v1/embeddings", authorization: "Bearer secret", body: { model: "words", input: ["How much leave?"], encoding_format: "float" } }]);
  });

  it("gets chunks and their sentences in bounded requests, and each gets its own vector back", async () => {
    const drafts = Array.from({ length: 30 }, (_, n) => draftOf(`Drawer ${n} holds stamps.`, `Shelf ${n} holds ink.`));
    const { embedQuestion, embedChunks } = remoteEmbedder(settings());
    const embedded = await embedChunks(drafts);
    expect(embedded).toHaveLength(30);
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([32, 32, 26]);
    const shelf = await embedQuestion("Shelf 7 holds ink.");
    const [drawers, ink] = embedded[7]?.sentences ?? [];
    expect(cosine(shelf, toBytes(ink ?? new Float32Array()))).toBeGreaterThan(0.99);
    expect(cosine(shelf, toBytes(drawers ?? new Float32Array()))).toBeLessThan(0.9);
  });

  it("is asked again, and not before it wants to be", async () => {
    let refused = 0;
    server.fault = () => (refused++ === 0 ? new Response("", { status: 429, headers: { "retry-after": "2" } }) : undefined);
    const started = performance.now();
    expect(await remoteEmbedder(settings({ patienceMs: 10_000 })).embedChunks([draftOf("One.")])).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThan(1_900);
  });

  it("is given up at once when the worker stops", async () => {
    server.fault = () => new Response("", { status: 503 });
    const stop = new AbortController();
    const embedding = remoteEmbedder(settings({ patienceMs: 60_000 })).embedChunks([draftOf("One.")], stop.signal);
    setTimeout(() => stop.abort(new Error("stopping")), 50);
    await expect(embedding).rejects.toThrow();
  });
});

describe("a server that fails", () => {
  it.each<[string, string, () => Response | Promise<Response>]>([
    ["says nothing", "timed_out", () => new Promise<Response>(() => undefined)],
    ["has too much to do", "rate_limited", () => new Response("", { status: 429 })],
    ["breaks down", "server_error", () => new Response("oops", { status: 500 })],
    ["does not know the key", "refused_by_server", () => Response.json({ error: { message: "secret" } }, { status: 401 })],
    ["talks nonsense", "unreadable", () => new Response("<html>welcome</html>", { headers: { "content-type": "text/html" } })],
    ["breaks off", "unreadable", () => new Response('{"object":"list","data":[{"embedding":[0.1,', { headers: { "content-type": "application/json" } })],
    ["gives no vector", "unreadable", () => answersWith([])],
    ["gives an empty vector", "unreadable", () => answersWith([[]])],
    ["gives too many vectors", "unreadable", () => answersWith([[1, 2], [2, 3]])],
    ["gives words for numbers", "unreadable", () => answersWith([["one", "two"]])],
  ])("that %s is told by its fault: %s", async (_what, fault, answer) => {
    server.fault = answer;
    const { embedQuestion, embedChunks } = remoteEmbedder(settings({ questionMs: 300, requestMs: 300 }));
    await expect(embedQuestion("Anything?")).rejects.toMatchObject({ name: "EmbeddingFailure", fault });
    await expect(embedChunks([{ ...draftOf("One."), sentences: [] }])).rejects.toMatchObject({ fault });
  });

  it("is unreachable when nobody listens", async () => {
    await expect(remoteEmbedder(settings({ url: "http://127.0.0.1:1/v1" })).embedQuestion("Anything?")).rejects.toMatchObject({ fault: "unreachable" });
  });

  it("mixes lengths, and nothing of it is taken", async () => {
    server.fault = ({ body }) => answersWith(body.input.map((_, index) => new Array<number>(index === 1 ? 8 : 96).fill(1)));
    await expect(remoteEmbedder(settings()).embedChunks([draftOf("One.", "Two.")])).rejects.toMatchObject({ fault: "unreadable" });
  });
});

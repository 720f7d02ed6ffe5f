import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";

import { AskFailure } from "@/components/chat/ask-failure";
import { askStream, readEvents } from "@/components/chat/ask-stream";
import type { ChatAnswer, ChatEvent } from "@/lib/engine/contract";

const ANSWER: ChatAnswer = {
  answer: "Fünfzehn Tage 🏖 [1]",
  refused: false,
  grounding: "answered",
  mode: "extractive",
  label: "From your uploaded documents",
  citations: [{ index: 1, documentId: "doc_1", documentName: "leave.md", page: 1, quote: "Fünfzehn Tage 🏖", start: 0, end: 16, score: 0.8 }],
  confidence: 0.8,
  sessionId: "ses_1",
  messageId: "msg_1",
  indexedAt: "2026-11-23T10:00:00Z",
  tookMs: 21,
};
const EVENTS: ChatEvent[] = [
  { event: "status", data: { phase: "searching" } },
  { event: "delta", data: { text: "Fünfzehn Tage 🏖 " } },
  { event: "delta", data: { text: "[1]" } },
  { event: "citations", data: { citations: ANSWER.citations } },
  { event: "done", data: ANSWER },
];
const PROBLEM = { type: "urn:x", title: "Busy", status: 503, detail: "The model is loading. Try again in a moment.", code: "unavailable", requestId: "req_1" };

const framed = ({ event, data }: { event: string; data: unknown }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const WIRE = new TextEncoder().encode(EVENTS.map(framed).join(""));

/** A body that arrives in the given pieces, and then ends or breaks. */
function bodyOf(pieces: readonly Uint8Array[], broken = false): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(piece);
      else if (broken) controller.error(new TypeError("network error"));
      else controller.close();
    },
  });
}

/** What was read before the end or the failure. */
async function read(body: ReadableStream<Uint8Array>, signal = new AbortController().signal) {
  const events: ChatEvent[] = [];
  try {
    for await (const event of readEvents(body, signal)) events.push(event);
    return { events, failure: null };
  } catch (thrown) {
    if (!(thrown instanceof AskFailure)) throw thrown;
    return { events, failure: thrown.failure };
  }
}

const cut = { message: expect.stringContaining("cut off"), code: null, requestId: null };

describe("readEvents", () => {
  it("reads the same events however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(WIRE.length), { maxLength: 12 }), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), WIRE.length];
        const pieces = ends.map((end, number) => WIRE.slice(ends[number - 1] ?? 0, end));
        expect(await read(bodyOf(pieces))).toEqual({ events: EVENTS, failure: null });
      }),
    );
  });

  it("says that a stream was cut, wherever it ends before the answer does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(WIRE.length - 1), fc.boolean(), async (end, broken) => {
        const { events, failure } = await read(bodyOf([WIRE.slice(0, end)], broken));
        expect(failure).toEqual(cut);
        expect(EVENTS.slice(0, events.length)).toEqual(events);
      }),
    );
  });

  it("throws nothing but a failure, whatever comes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...["event: delta\n", "data: {\n", "data: 1\n\n", "event: error\ndata: {}\n\n"].map((text) => new TextEncoder().encode(text)))), { maxLength: 12 }), async (pieces) => {
        expect((await read(bodyOf(pieces))).failure?.message).toMatch(/ again/);
      }),
    );
  });

  it("tells what an error event says, with its number only when the fault is ours", async () => {
    const busy = bodyOf([new TextEncoder().encode(framed({ event: "error", data: PROBLEM }))]);
    expect((await read(busy)).failure).toEqual({ message: PROBLEM.detail, code: "unavailable", requestId: "req_1" });
    const absent = bodyOf([new TextEncoder().encode(framed({ event: "error", data: { ...PROBLEM, status: 404, code: "not_found" } }))]);
    expect((await read(absent)).failure).toEqual({ message: PROBLEM.detail, code: "not_found", requestId: null });
  });

  it("passes over events it does not know, and reads nothing behind the end", async () => {
    const wire = [{ event: "later", data: 1 }, ...EVENTS, { event: "delta", data: { text: "more" } }].map(framed).join("");
    expect(await read(bodyOf([new TextEncoder().encode(`: a comment\n\n${wire}`)]))).toEqual({ events: EVENTS, failure: null });
  });

  it("lets the body go when its reader stops", async () => {
    const cancelled = vi.fn();
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(WIRE.slice(0, 60)), cancel: cancelled });
    for await (const event of readEvents(body, new AbortController().signal)) {
      expect(event.event).toBe("status");
      break;
    }
    expect(cancelled).toHaveBeenCalled();
  });
});

describe("askStream", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const ask = async (answer: () => Promise<Response>, signal = new AbortController().signal) => {
    vi.stubGlobal("fetch", answer);
    for await (const event of askStream("/t/acme/production/api/chat", { question: "How many?" }, signal)) expect(event).toBeDefined();
  };

  it("tells what a refusing response says", async () => {
    const refused = ask(() => Promise.resolve(Response.json({ ...PROBLEM, status: 403, code: "forbidden" }, { status: 403 })));
    await expect(refused).rejects.toMatchObject({ failure: { message: PROBLEM.detail, code: "forbidden", requestId: null } });
  });

  it("has a sentence of its own for a response that is no problem, and for none at all", async () => {
    await expect(ask(() => Promise.resolve(new Response("<html>502</html>", { status: 502 })))).rejects.toMatchObject({ failure: { message: expect.stringContaining("our side") } });
    await expect(ask(() => Promise.reject(new TypeError("Failed to fetch")))).rejects.toMatchObject({ failure: { message: expect.stringContaining("connection") } });
    await expect(ask(() => Promise.resolve(new Response(null)))).rejects.toMatchObject({ failure: cut });
  });

  it("leaves a stop a stop", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(ask(() => Promise.reject(new DOMException("aborted", "AbortError")), stop.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});

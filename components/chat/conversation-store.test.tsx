import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { AskFailure, onTheWay } from "@/components/chat/ask-failure";
import { ConversationStorage, type TextStorage } from "@/components/chat/conversation-storage";
import { type Ask, ConversationStore } from "@/components/chat/conversation-store";
import { DEAD_AFTER_MS, SLOW_AFTER_MS } from "@/components/chat/silence";
import type { ChatAnswer, ChatEvent, ChatInput } from "@/lib/engine/contract";

const OWNER = { org: "acme", project: "production", personId: "per_1" };

function answer(text: string, sessionId = "ses_1"): ChatAnswer {
  return {
    answer: text, refused: true, grounding: "refused", mode: "extractive", label: null, citations: [], confidence: 0, sessionId, messageId: "msg_1", indexedAt: null, tookMs: 1,
  };
}

/** A storage in memory. */
function textStorage(): TextStorage {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}

/** An engine that a test drives event by event. */
function engine() {
  const asked: { input: ChatInput; signal: AbortSignal }[] = [];
  let next = Promise.withResolvers<ChatEvent | Error>();
  const ask: Ask = async function* (input, signal) {
    asked.push({ input, signal });
    signal.addEventListener("abort", () => next.resolve(new DOMException("stopped", "AbortError")));
    for (;;) {
      const event = await next.promise;
      next = Promise.withResolvers();
      if (event instanceof Error) throw event;
      yield event;
      if (event.event === "done") return;
    }
  };
  const send = async (event: ChatEvent | Error) => {
    next.resolve(event);
    await vi.advanceTimersByTimeAsync(1);
  };
  return { ask, asked, send };
}

const newStorage = (memory = textStorage(), owner = OWNER) => new ConversationStorage(owner, () => memory);

describe("a conversation", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("follows an answer from the first phase to its end, and asks on in its session", async () => {
    const { ask, asked, send } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    const first = store.ask("How many days?");
    expect(store.snapshot().turns).toMatchObject([{ state: "asking", phase: "searching", text: "", slow: false }]);
    await send({ event: "status", data: { phase: "reading" } });
    expect(store.snapshot().turns).toMatchObject([{ phase: "reading" }]);
    await send({ event: "delta", data: { text: "Fifteen" } });
    expect(store.snapshot().turns).toMatchObject([{ phase: "writing", text: "Fifteen" }]);
    await send({ event: "done", data: answer("Fifteen.") });
    await first;
    expect(store.snapshot()).toMatchObject({ sessionId: "ses_1", turns: [{ state: "answered", answer: { answer: "Fifteen." } }] });
    void store.ask("And in Spain?");
    expect(asked.map(({ input }) => input)).toEqual([{ question: "How many days?" }, { question: "And in Spain?", sessionId: "ses_1" }]);
  });

  it("asks one question at a time", async () => {
    const { ask, asked } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    void store.ask("One?");
    await store.ask("Two?");
    expect([asked.length, store.snapshot().turns.length]).toEqual([1, 1]);
  });

  it("stops the work and keeps what had come", async () => {
    const { ask, asked, send } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    const asking = store.ask("How many days?");
    await send({ event: "delta", data: { text: "Fif" } });
    store.stop();
    await asking;
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(store.snapshot().turns).toMatchObject([{ state: "stopped", text: "Fif" }]);
  });

  it("turns failures into sentences and asks again", async () => {
    const { ask, asked, send } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    const asking = store.ask("How many days?");
    await send(new AskFailure(onTheWay("Cut off. Try again.")));
    await asking;
    const [failed] = store.snapshot().turns;
    expect(failed).toMatchObject({ state: "failed", failure: { message: "Cut off. Try again." } });
    if (failed !== undefined) void store.askAgain(failed);
    expect(asked.length).toBe(2);
    expect(store.snapshot().turns).toMatchObject([{ state: "asking", question: "How many days?" }]);
    await send(new TypeError("x is undefined"));
    expect(store.snapshot().turns).toMatchObject([{ state: "failed", failure: { message: expect.stringContaining("Try again") } }]);
  });

  it("says that it goes on after a silence, and gives a dead connection up", async () => {
    const { ask, asked, send } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    void store.ask("How many days?");
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 10);
    expect(store.snapshot().turns).toMatchObject([{ slow: false }]);
    await vi.advanceTimersByTimeAsync(20);
    expect(store.snapshot().turns).toMatchObject([{ slow: true }]);
    await send({ event: "delta", data: { text: "Fif" } });
    expect(store.snapshot().turns).toMatchObject([{ slow: false }]);
    await vi.advanceTimersByTimeAsync(DEAD_AFTER_MS);
    expect(store.snapshot().turns).toMatchObject([{ state: "failed", text: "Fif", failure: { code: null } }]);
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  it("is there again for the same person in the same project, and for nobody else", async () => {
    const { ask, send } = engine();
    const memory = textStorage();
    const store = new ConversationStore(ask, newStorage(memory), null);
    const asking = store.ask("How many days?");
    await send({ event: "done", data: answer("Fifteen.") });
    await asking;
    void store.ask("And in Spain?");
    store.stop();
    const turnsFor = (owner: typeof OWNER, sessionId = "ses_1") => new ConversationStore(ask, newStorage(memory, owner), sessionId).snapshot().turns;
    expect(turnsFor(OWNER)).toMatchObject([{ state: "answered" }, { state: "stopped", question: "And in Spain?" }]);
    expect(newStorage(memory).lastSession()).toBe("ses_1");
    expect(turnsFor(OWNER, "ses_2")).toEqual([]);
    expect(turnsFor({ ...OWNER, personId: "per_2" })).toEqual([]);
    expect(turnsFor({ ...OWNER, project: "staging" })).toEqual([]);
    expect(newStorage(memory, { ...OWNER, personId: "per_2" }).lastSession()).toBeNull();
  });

  it("follows the address, and forgets what was on its way", async () => {
    const { ask, asked, send } = engine();
    const store = new ConversationStore(ask, newStorage(), null);
    const asking = store.ask("How many days?");
    await send({ event: "done", data: answer("Fifteen.") });
    await asking;
    void store.ask("And in Spain?");
    store.follow("ses_1");
    expect(asked[1]?.signal.aborted).toBe(false);
    store.follow(null);
    expect(asked[1]?.signal.aborted).toBe(true);
    expect(store.snapshot()).toEqual({ sessionId: null, turns: [] });
    store.follow("ses_1");
    expect(store.snapshot().turns.map(({ state }) => state)).toEqual(["answered", "stopped"]);
  });

  it("does without a storage, and does not trust what stands in one", async () => {
    const { ask, send } = engine();
    const forbidden = new ConversationStorage(OWNER, () => {
      throw new DOMException("denied", "SecurityError");
    });
    const store = new ConversationStore(ask, forbidden, "ses_1");
    const asking = store.ask("How many days?");
    await send({ event: "done", data: answer("Fifteen.") });
    await asking;
    expect(store.snapshot().turns).toMatchObject([{ state: "answered" }]);
    const forged = newStorage({ getItem: () => '{"personId":"per_1","turns":[{"state":"answered"}]}', setItem: () => undefined });
    expect([forged.read("ses_1"), forged.lastSession()]).toEqual([null, null]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { DocumentsApi, ListQuery } from "@/components/documents/documents-api";
import { DocumentsStore, type FirstState } from "@/components/documents/documents-store";
import { RequestFailure } from "@/components/documents/request-failure";
import { documentOf } from "@/components/documents/testing";
import type { DocumentList, EngineDocument } from "@/lib/engine/contract";

const A_MINUTE = 60_000;

/** A store on an engine of one list, which tells what it was asked. */
function storeOn(rows: EngineDocument[], first: Partial<FirstState> = {}) {
  const asked: ListQuery[] = [];
  const engine = { rows, failure: undefined as RequestFailure | undefined };
  const api: DocumentsApi = {
    async list(query, signal) {
      asked.push(query);
      await new Promise((resolve) => setTimeout(resolve, 10));
      signal.throwIfAborted();
      if (engine.failure !== undefined) throw engine.failure;
      return pageOf(engine.rows, query);
    },
    remove: () => Promise.resolve(),
    retry: () => Promise.reject(new Error("Not in this test.")),
  };
  const store = new DocumentsStore(api, { list: pageOf(rows, { limit: 2 }), filter: {}, problem: null, ...first });
  return { store, asked, engine, ids: () => store.snapshot().list.data.map(({ id }) => id) };
}

function pageOf(rows: EngineDocument[], { cursor, limit = 50, name = "" }: ListQuery): DocumentList {
  const fitting = rows.filter((row) => row.name.includes(name));
  const from = cursor === undefined ? 0 : Number(cursor);
  return { data: fitting.slice(from, from + limit), nextCursor: from + limit < fitting.length ? String(from + limit) : null };
}

const waiting = documentOf({ id: "b", status: "queued" });
const ready = documentOf({ id: "a" });

describe("the documents of the page", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("follow a document to its end, say so, and then rest", async () => {
    const { store, asked, engine } = storeOn([waiting, ready]);
    store.start();
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(asked.length).toBeGreaterThan(5);
    engine.rows = [documentOf({ id: "b" }), ready];
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(store.snapshot()).toMatchObject({ list: { data: [{ status: "ready" }, { status: "ready" }] }, news: "b.md is ready." });
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(10 * A_MINUTE);
    expect(asked.length).toBe(before);
  });

  it("ask less and less often while nothing moves", async () => {
    const { store, asked } = storeOn([waiting]);
    store.start();
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    const first = asked.length;
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(asked.length - first).toBeLessThan(first);
    expect(asked.length - first).toBeGreaterThan(5);
  });

  it("are left alone while the tab is hidden, and read once when it is seen again", async () => {
    const { store, asked } = storeOn([waiting]);
    store.start();
    store.setVisible(false);
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(asked).toHaveLength(0);
    store.setVisible(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(1);
  });

  it("are followed as far down as the last unfinished one", async () => {
    const rows = Array.from({ length: 450 }, (_, row) => documentOf({ id: `d${row}`, status: row === 300 ? "queued" : "ready" }));
    const { store, asked, engine, ids } = storeOn(rows, { list: { data: rows, nextCursor: "450" } });
    store.start();
    engine.rows = rows.map((row) => ({ ...row, status: "ready" }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([{ limit: 200 }, { limit: 200, cursor: "200" }]);
    expect(store.snapshot().list.data[300]?.status).toBe("ready");
    expect(ids()).toHaveLength(450);
  });

  it("are narrowed once for letters typed quickly", async () => {
    const { store, asked, ids } = storeOn([ready, documentOf({ id: "leave" })]);
    store.start();
    for (const name of ["l", "le", "lea"]) store.setFilter({ name });
    expect(store.snapshot()).toMatchObject({ loading: "filter", filter: { name: "lea" } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([{ name: "lea" }]);
    expect(ids()).toEqual(["leave"]);
    expect(store.snapshot()).toMatchObject({ loading: "nothing", news: "1 document fits." });
  });

  it("are loaded page by page, and a deleted one does not come back", async () => {
    const rows = ["e", "d", "c", "b", "a"].map((id) => documentOf({ id }));
    const { store, ids } = storeOn(rows);
    store.start();
    store.loadMore();
    store.drop(documentOf({ id: "d" }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ids()).toEqual(["e", "c", "b", "a"]);
    expect(store.snapshot().news).toBe("d.md is deleted.");
  });

  it("say why they are not up to date, and try again by themselves", async () => {
    const { store, engine, ids } = storeOn([waiting]);
    engine.failure = new RequestFailure("No answer.");
    store.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.snapshot().problem?.message).toBe("No answer.");
    expect(ids()).toEqual(["b"]);
    engine.failure = undefined;
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(store.snapshot().problem).toBeNull();
  });

  it("ask no more when the session has ended", async () => {
    const { store, asked, engine } = storeOn([waiting]);
    engine.failure = new RequestFailure("Sign in.", { code: "unauthorized" });
    store.start();
    await vi.advanceTimersByTimeAsync(10 * A_MINUTE);
    expect(asked).toHaveLength(1);
  });

  it("come when the page began without them", async () => {
    const { store, ids } = storeOn([ready], { list: null, problem: "No answer." });
    store.start();
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(ids()).toEqual(["a"]);
    expect(store.snapshot().problem).toBeNull();
  });

  it("ask nothing after the page is left", async () => {
    const { store, asked } = storeOn([waiting]);
    const stop = store.start();
    await vi.advanceTimersByTimeAsync(705);
    stop();
    await vi.advanceTimersByTimeAsync(A_MINUTE);
    expect(asked).toHaveLength(1);
  });

  it("are read again after many uploads, but one request at a time", async () => {
    const { store, asked, engine, ids } = storeOn([ready]);
    store.start();
    for (let upload = 0; upload < 20; upload++) {
      engine.rows = [documentOf({ id: `new${upload}` }), ...engine.rows];
      store.refreshSoon();
      await vi.advanceTimersByTimeAsync(3);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(ids()).toHaveLength(21);
    expect(asked.length).toBeLessThan(10);
  });
});

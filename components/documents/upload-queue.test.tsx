import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { RequestFailure } from "@/components/documents/request-failure";
import type { Stored } from "@/components/documents/send-file";
import { documentOf, fileOf } from "@/components/documents/testing";
import { UploadQueue } from "@/components/documents/upload-queue";
import { uploadSummary, uploadWords } from "@/components/documents/upload-words";
import { MAX_FILE_BYTES } from "@/lib/engine/contract";

interface Sent {
  name: string;
  progress: (bytes: number) => void;
  resolve: (stored: Stored) => void;
  reject: (failure: Error) => void;
  cancelled: boolean;
}

/** A queue whose files the test sends itself. */
function queueInHand() {
  const sent: Sent[] = [];
  const queue = new UploadQueue(({ name }, progress) => {
    const { promise: stored, resolve, reject } = Promise.withResolvers<Stored>();
    const one: Sent = { name, progress, resolve, reject, cancelled: false };
    sent.push(one);
    return { stored, cancel: () => void (one.cancelled = true) };
  });
  const steps = () => queue.snapshot().map(({ step }) => step);
  return { queue, sent, steps };
}

const picked = (...names: string[]) => names.map((name) => ({ file: fileOf(name), name }));
const stored = (id: string, created = true): Stored => ({ document: documentOf({ id }), created });
const settled = () => vi.advanceTimersByTimeAsync(0);

describe("uploads", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("go out three at a time, in order, with their progress", async () => {
    const { queue, sent, steps } = queueInHand();
    const taken: string[] = [];
    queue.onStored(({ id }) => taken.push(id));
    queue.add(picked("a", "b", "c", "d"));
    expect(steps()).toEqual(["sending", "sending", "sending", "waiting"]);
    sent[0]?.progress(2);
    expect(queue.snapshot()[0]).toMatchObject({ sent: 2, step: "sending" });
    sent[0]?.progress(4);
    expect(steps()[0]).toBe("storing");
    sent[0]?.resolve(stored("a"));
    await settled();
    expect(steps()).toEqual(["stored", "sending", "sending", "sending"]);
    expect(taken).toEqual(["a"]);
    expect(uploadSummary(queue.snapshot())).toBe("Uploading 2 of 4");
  });

  it("say what was already there and what failed, each in its own words", async () => {
    const { queue, sent } = queueInHand();
    queue.add(picked("same.md", "broken.pdf", "fine.md"));
    sent[0]?.resolve(stored("same", false));
    sent[1]?.reject(new RequestFailure("The name says that this is a PDF.", { code: "content_mismatch" }));
    sent[2]?.resolve(stored("fine"));
    await settled();
    expect(queue.snapshot().map(uploadWords)).toEqual(["Already there: this very file is stored under this name.", "The name says that this is a PDF.", "Uploaded"]);
    expect(uploadSummary(queue.snapshot())).toBe("1 uploaded, 1 already there, 1 not uploaded");
    queue.clear();
    expect(queue.snapshot()).toEqual([]);
  });

  it("do not send what is too large", () => {
    const { queue, sent, steps } = queueInHand();
    const file = fileOf("large.pdf");
    Object.defineProperty(file, "size", { value: MAX_FILE_BYTES + 1 });
    queue.add([{ file, name: "large.pdf" }]);
    expect([sent.length, steps()]).toEqual([0, ["failed"]]);
    expect(queue.snapshot()[0]?.note).toContain("200 MB");
  });

  it("are cancelled, before and while they go out, and can be sent again", async () => {
    const { queue, sent, steps } = queueInHand();
    queue.add(picked("a", "b", "c", "d", "e"));
    const [first, , , fourth] = queue.snapshot();
    if (first === undefined || fourth === undefined) throw new Error("Four files were added.");
    queue.cancel(fourth.key);
    queue.cancel(first.key);
    expect(sent[0]?.cancelled).toBe(true);
    expect(steps()).toEqual(["cancelled", "sending", "sending", "cancelled", "sending"]);
    sent[0]?.progress(4);
    sent[0]?.resolve(stored("a"));
    await settled();
    expect(steps()[0]).toBe("cancelled");
    queue.cancelAll();
    expect(new Set(steps())).toEqual(new Set(["cancelled"]));
    queue.sendAgain(first.key);
    sent.at(-1)?.resolve(stored("a"));
    await settled();
    expect(steps()[0]).toBe("stored");
  });

  it("wait when the engine has enough to read, and go on by themselves", async () => {
    const { queue, sent, steps } = queueInHand();
    queue.add(picked("a", "b"));
    sent[0]?.reject(new RequestFailure("2,000 documents wait.", { code: "rate_limited", retryAfterSeconds: 10 }));
    sent[1]?.resolve(stored("b"));
    await settled();
    expect(queue.snapshot()[0]).toMatchObject({ step: "waiting", note: "2,000 documents wait." });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(steps()).toEqual(["waiting", "stored"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(steps()).toEqual(["sending", "stored"]);
  });
});

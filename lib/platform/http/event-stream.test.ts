import { expect, it, vi } from "vitest";

import { CitadelError } from "@/lib/platform/errors";
import { eventStream, type ServerEvent } from "@/lib/platform/http/event-stream";
import { log } from "@/lib/platform/log";

const request = new Request("http://host/");

async function* events(...items: (ServerEvent | Error)[]): AsyncGenerator<ServerEvent> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield await Promise.resolve(item);
  }
}

it("sends events in order", async () => {
  const response = await eventStream(request, "req_1", () => events({ event: "a", data: { text: "x\ny" } }, { event: "b", data: 1 }));
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(await response.text()).toBe('event: a\ndata: {"text":"x\\ny"}\n\nevent: b\ndata: 1\n\n');
});

it("throws what goes wrong before the first event, and sends what goes wrong later", async () => {
  const wrong = new CitadelError("not_found", "No.");
  await expect(eventStream(request, "req_1", () => events(wrong))).rejects.toBe(wrong);
  const response = await eventStream(request, "req_1", () => events({ event: "a", data: 1 }, wrong));
  expect(await response.text()).toMatch(/event: error\ndata: \{.*"code":"not_found".*"requestId":"req_1"/);
});

it("stops the work when the reader goes away", async () => {
  const signals: AbortSignal[] = [];
  const response = await eventStream(request, "req_1", (signal) => {
    signals.push(signal);
    return events({ event: "a", data: 1 }, { event: "b", data: 1 });
  });
  await response.body?.cancel();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it("sends no error for work that was stopped, and logs none", async () => {
  const logged = vi.spyOn(log, "error");
  const stopped = events({ event: "a", data: 1 }, new DOMException("The reader went away.", "AbortError"));
  const response = await eventStream(request, "req_1", () => stopped);
  await expect(response.text()).rejects.toThrow("The reader went away.");
  expect(logged).not.toHaveBeenCalled();
});

it("takes a request that is given up for the reader going away, whatever its server aborts it with", async () => {
  const logged = vi.spyOn(log, "error");
  const caller = new AbortController();
  const response = await eventStream(new Request("http://host/", { signal: caller.signal }), "req_1", async function* (signal) {
    yield await Promise.resolve({ event: "a", data: 1 });
    caller.abort(new Error("The connection was closed."));
    signal.throwIfAborted();
  });
  await expect(response.text()).rejects.toThrow("The connection was closed.");
  expect(logged).not.toHaveBeenCalled();
});

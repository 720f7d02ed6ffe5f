import { expect, it, vi } from "vitest";

import { CitadelError } from "@/lib/platform/errors";
import { eventStream, type ServerEvent } from "@/lib/platform/http/event-stream";
import { log } from "@/lib/platform/log";

async function* events(...items: (ServerEvent | Error)[]): AsyncGenerator<ServerEvent> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield await Promise.resolve(item);
  }
}

it("sends events in order", async () => {
  const response = await eventStream(events({ event: "a", data: { text: "x\ny" } }, { event: "b", data: 1 }), "req_1", new AbortController());
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(await response.text()).toBe('event: a\ndata: {"text":"x\\ny"}\n\nevent: b\ndata: 1\n\n');
});

it("throws what goes wrong before the first event, and sends what goes wrong later", async () => {
  const wrong = new CitadelError("not_found", "No.");
  await expect(eventStream(events(wrong), "req_1", new AbortController())).rejects.toBe(wrong);
  const response = await eventStream(events({ event: "a", data: 1 }, wrong), "req_1", new AbortController());
  expect(await response.text()).toMatch(/event: error\ndata: \{.*"code":"not_found".*"requestId":"req_1"/);
});

it("stops the work when the reader goes away", async () => {
  const stop = new AbortController();
  const response = await eventStream(events({ event: "a", data: 1 }, { event: "b", data: 1 }), "req_1", stop);
  await response.body?.cancel();
  expect(stop.signal.aborted).toBe(true);
});

it("sends no error for work that was stopped, and logs none", async () => {
  const logged = vi.spyOn(log, "error");
  const stopped = events({ event: "a", data: 1 }, new DOMException("The reader went away.", "AbortError"));
  const response = await eventStream(stopped, "req_1", new AbortController());
  await expect(response.text()).rejects.toThrow("The reader went away.");
  expect(logged).not.toHaveBeenCalled();
});

import { expect, it, vi } from "vitest";

import type { CallOptions } from "@/lib/engine/client";
import type { ChatEvent } from "@/lib/engine/contract";
import { appUrl } from "@/lib/platform/env";
import { ask } from "@/lib/portal/chat/ask";
import { newTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

const engine = vi.hoisted(() => ({ signals: [] as (AbortSignal | undefined)[] }));

/** An engine that searches until it is stopped. */
async function* searching(_: unknown, options?: CallOptions): AsyncGenerator<ChatEvent> {
  engine.signals.push(options?.signal);
  yield { event: "status", data: { phase: "searching" } };
  await new Promise((_resolve, reject) => options?.signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError"))));
}

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));
vi.mock("@/lib/portal/vault", async (original) => ({ ...(await original<object>()), openVault: () => Promise.resolve({ chatStream: searching }) }));

it("stops the engine when the person stops the answer, or goes away", async () => {
  const { token, org, project } = await newTenant();
  requestCookie.token = token;
  const gone = new AbortController();
  const send = (signal?: AbortSignal) =>
    ask.handle(
      new Request(`${appUrl()}/t/${org}/${project}/api/chat`, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin" },
        body: JSON.stringify({ question: "How many days of leave do I get?" }),
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  const stopped = await send();
  await send(gone.signal);
  expect(engine.signals.map((signal) => signal?.aborted)).toEqual([false, false]);
  await stopped.body?.cancel();
  expect(engine.signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  gone.abort();
  expect(engine.signals.map((signal) => signal?.aborted)).toEqual([true, true]);
});

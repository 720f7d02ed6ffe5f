import "server-only";

import { usesNoted } from "@/lib/engine/keys/note-use";
import { answer } from "@/lib/engine/testing/serve";
import { serve, type TestServer } from "@/lib/platform/http/testing/serve";

/** What happens at one call: the engine dies and answers nothing more until it is started again, or only the connection breaks; before the call is carried out, after it, or while it goes on. */
export interface HttpFault {
  /** Counted from 1, over all calls since the fault was set. */
  call: number;
  /** `late`: the call is carried out when whoever made it has given up already (see {@link MortalEngine.carriedOut}). */
  when: "before" | "after" | "late";
  what: "killed" | "cut";
}

/** An engine behind a real socket that can be made to fail at any call. */
export interface MortalEngine {
  /** Of the engine as it runs now; another one after a restart. */
  url(): string;
  /** Every call since the last fault was set: `POST /v1/projects`, with ids left out. */
  calls: string[];
  fail(fault: HttpFault): void;
  /** Lets the call that was held back go on, and waits for its end. */
  carriedOut(): Promise<void>;
  /** Starts it again when it was killed; no more faults. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the engine's routes on a free port, to be killed. */
export async function mortalEngine(): Promise<MortalEngine> {
  const calls: string[] = [];
  let fault: HttpFault | undefined;
  let held: (() => Promise<unknown>) | undefined;
  let server: TestServer;
  const breakOff = (what: HttpFault["what"]) => {
    // Its socket is gone before anything can be written.
    if (what === "killed") void server.close();
    return new Response(new ReadableStream({ start: (controller) => controller.error(new Error("cut")) }));
  };
  async function handle(request: Request): Promise<Response> {
    calls.push(`${request.method} ${new URL(request.url).pathname.replace(/(prj|key)_\w+/g, "{$1}")}`);
    if (fault === undefined || calls.length !== fault.call) return answer(request);
    const { when, what } = fault;
    if (when === "after") await answer(request);
    if (when === "late") {
      const kept = new Request(request.url, { method: request.method, headers: request.headers, ...(request.body === null ? {} : { body: await request.text() }) });
      held = () => answer(kept);
    }
    return breakOff(what);
  }
  server = await serve(handle);
  return {
    url: () => server.url,
    calls,
    fail(next) {
      calls.length = 0;
      fault = next;
    },
    async carriedOut() {
      await held?.();
      held = undefined;
    },
    async restart() {
      fault = undefined;
      await server.close().catch(() => undefined);
      server = await serve(handle);
    },
    async stop() {
      await server.close();
      await usesNoted();
    },
  };
}

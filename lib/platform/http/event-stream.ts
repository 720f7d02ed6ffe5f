import "server-only";

import { errorTrace } from "@/lib/platform/error-trace";
import { toCitadelError } from "@/lib/platform/errors";
import { problemOf } from "@/lib/platform/http/problem";
import { log } from "@/lib/platform/log";

/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: unknown;
}

/**
 * A response that sends events as they come. What is thrown before the first event is thrown here, so that it becomes a
 * response with its own status; what is thrown later is sent as one `error` event with a problem. The events' signal is
 * aborted when the client goes away, before or after the first of them.
 */
export async function eventStream(request: Request, requestId: string, eventsOf: (signal: AbortSignal) => AsyncIterable<ServerEvent>): Promise<Response> {
  const unread = new AbortController();
  const signal = AbortSignal.any([request.signal, unread.signal]);
  const iterator = eventsOf(signal)[Symbol.asyncIterator]();
  let waiting: IteratorResult<ServerEvent> | undefined = await iterator.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = waiting ?? (await iterator.next());
        waiting = undefined;
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(framed(next.value)));
      } catch (thrown) {
        // Who went away needs no answer, and is no fault to log.
        if (isStop(thrown, signal)) return controller.error(thrown);
        const error = toCitadelError(thrown);
        if (error.status >= 500) log.error({ requestId, code: error.code, error: errorTrace(error) }, "stream failed");
        controller.enqueue(encoder.encode(framed({ event: "error", data: problemOf(error, requestId) })));
        controller.close();
      }
    },
    cancel() {
      unread.abort();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no", "x-content-type-options": "nosniff" },
  });
}

function isStop(thrown: unknown, signal: AbortSignal): boolean {
  return signal.aborted || (thrown instanceof DOMException && thrown.name === "AbortError");
}

function framed({ event, data }: ServerEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

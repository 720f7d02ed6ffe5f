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
 * response with its own status; what is thrown later is sent as one `error` event with a problem. A client that goes away
 * aborts `stop`.
 */
export async function eventStream(events: AsyncIterable<ServerEvent>, requestId: string, stop: AbortController): Promise<Response> {
  const iterator = events[Symbol.asyncIterator]();
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
        if (isStop(thrown, stop)) return controller.error(thrown);
        const error = toCitadelError(thrown);
        if (error.status >= 500) log.error({ requestId, code: error.code, error: errorTrace(error) }, "stream failed");
        controller.enqueue(encoder.encode(framed({ event: "error", data: problemOf(error, requestId) })));
        controller.close();
      }
    },
    cancel() {
      stop.abort();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no", "x-content-type-options": "nosniff" },
  });
}

function isStop(thrown: unknown, stop: AbortController): boolean {
  return stop.signal.aborted || (thrown instanceof DOMException && thrown.name === "AbortError");
}

function framed({ event, data }: ServerEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

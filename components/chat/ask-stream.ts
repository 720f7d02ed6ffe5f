import { createParser, type EventSourceMessage } from "eventsource-parser";
import { z } from "zod";

import { AskFailure, failureOf, onTheWay } from "@/components/chat/ask-failure";
import { type ChatEvent, type ChatInput, chatAnswerSchema, citationSchema } from "@/lib/engine/contract";

const chatEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("status"), data: z.object({ phase: z.enum(["searching", "reading", "writing"]) }) }),
  z.object({ event: z.literal("delta"), data: z.object({ text: z.string() }) }),
  z.object({ event: z.literal("citations"), data: z.object({ citations: z.array(citationSchema) }) }),
  z.object({ event: z.literal("done"), data: chatAnswerSchema }),
]);

/** The longest event, in UTF-16 units: a whole answer with its citations is far shorter. */
const MAX_EVENT_LENGTH = 4 * 1024 * 1024;

const UNREACHED = "The portal could not be reached. Check your connection and try again.";
const CUT = "The answer was cut off on its way. Try again.";

/**
 * Asks at the project's chat address (`/t/{org}/{project}/api/chat`) and yields the answer's events as they come; ends after `done`.
 *
 * @throws AskFailure with a sentence for the person; the signal's reason when it is aborted
 */
export async function* askStream(address: string, input: ChatInput, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const request: RequestInit = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input), signal };
  const response = await reached(() => fetch(address, request), UNREACHED, signal);
  if (!response.ok) throw new AskFailure(failureOf(await response.json().catch(() => undefined)));
  if (response.body === null) throw new AskFailure(onTheWay(CUT));
  yield* readEvents(response.body, signal);
}

/** The events in a stream of bytes. Throws as {@link askStream}. */
export async function* readEvents(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  for await (const { event, data } of messagesIn(body, signal)) {
    const value = jsonOf(data);
    if (event === "error") throw new AskFailure(failureOf(value));
    const parsed = chatEvent.safeParse({ event, data: value });
    // Events that a later version may add are passed over.
    if (!parsed.success) continue;
    yield parsed.data;
    if (parsed.data.event === "done") return;
  }
  throw new AskFailure(onTheWay(CUT));
}

async function* messagesIn(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => waiting.push(message), maxBufferSize: MAX_EVENT_LENGTH });
  const utf8 = new TextDecoder();
  // Not every browser can iterate over a stream.
  const reader = body.getReader();
  try {
    for (;;) {
      const done = await reached(
        async () => {
          const chunk = await reader.read();
          if (!chunk.done) parser.feed(utf8.decode(chunk.value, { stream: true }));
          return chunk.done;
        },
        CUT,
        signal,
      );
      yield* waiting.splice(0);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What the network gave; a fault on the way becomes the sentence, but a stop stays a stop. */
async function reached<Result>(work: () => Promise<Result>, sentence: string, signal: AbortSignal): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    signal.throwIfAborted();
    throw new AskFailure(onTheWay(sentence), cause);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AskFailure(onTheWay(CUT), cause);
  }
}

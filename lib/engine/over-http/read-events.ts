import { EventSourceParserStream } from "eventsource-parser/stream";
import { z } from "zod";

import { type ChatEvent, chatAnswerSchema, citationSchema } from "@/lib/engine/contract";
import { errorOf, unreachable } from "@/lib/engine/over-http/exchange";

const chatEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("status"), data: z.object({ phase: z.enum(["searching", "reading", "writing"]) }) }),
  z.object({ event: z.literal("delta"), data: z.object({ text: z.string() }) }),
  z.object({ event: z.literal("citations"), data: z.object({ citations: z.array(citationSchema) }) }),
  z.object({ event: z.literal("done"), data: chatAnswerSchema }),
]);

/** The longest event, in UTF-16 units: a whole answer with its citations is far shorter. */
const MAX_EVENT_LENGTH = 4 * 1024 * 1024;

/** The events of a streamed answer. Ends after `done`; throws CitadelError for an `error` event and for a stream that breaks off. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  const messages = body.pipeThrough(decoder()).pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_EVENT_LENGTH }));
  for await (const { event, data } of brokenAsUnreachable(messages)) {
    const value = jsonOf(data);
    if (event === "error") throw errorOf(value);
    const parsed = chatEvent.safeParse({ event, data: value });
    // Events that a later version may add are passed over.
    if (!parsed.success) continue;
    yield parsed.data;
    if (parsed.data.event === "done") return;
  }
  throw unreachable(new Error("The stream ended before the answer did."));
}

async function* brokenAsUnreachable<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (cause) {
    throw unreachable(cause);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreachable(cause);
  }
}

/** UTF-8 to text; the platform's own TextDecoderStream takes a narrower kind of bytes than bodies are typed with. */
function decoder(): TransformStream<Uint8Array, string> {
  const utf8 = new TextDecoder();
  return new TransformStream({
    transform: (bytes, controller) => controller.enqueue(utf8.decode(bytes, { stream: true })),
    flush: (controller) => controller.enqueue(utf8.decode()),
  });
}

import "server-only";

import { serve } from "@/lib/platform/http/testing/serve";

/** What a test's language model does with a request: the pieces of its answer, or a fault. */
export type ModelScript = (request: ModelRequest) => Response | Promise<Response>;

/** A request as an OpenAI-compatible server gets it. */
export interface ModelRequest {
  path: string;
  authorization: string | null;
  body: { model: string; stream: boolean; max_tokens?: number; max_completion_tokens?: number; temperature?: number; messages: { role: string; content: string }[]; tools?: unknown };
  /** Aborted when the client went away. */
  signal: AbortSignal;
}

/** A language model for a test, which keeps the requests it got. */
export interface ModelServer {
  url: string;
  requests: ModelRequest[];
  script: ModelScript;
  close(): Promise<void>;
}

/** Starts an OpenAI-compatible server on a free port; `script` says what it does and can be changed. */
export async function startModelServer(): Promise<ModelServer> {
  const server = await serve(async (request) => {
    const body: ModelRequest["body"] = await request.json();
    const received = { path: new URL(request.url).pathname, authorization: request.headers.get("authorization"), body, signal: request.signal };
    model.requests.push(received);
    return model.script(received);
  });
  const model: ModelServer = { url: `${server.url}/v1`, requests: [], script: () => says("Nothing."), close: server.close };
  return model;
}

/** How a stream ends: as it should, by the output limit, without an end, by a broken connection, or never. */
export type StreamEnd = "stop" | "length" | "missing" | "broken" | "never";

/** The model's answer as server-sent events, cut into small pieces. */
export function says(text: string, end: StreamEnd = "stop"): Response {
  const pieces = text.match(/[^]{1,7}/gu) ?? [];
  const events = pieces.map((content) => event({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] }));
  if (end === "stop" || end === "length") {
    events.push(event({ choices: [{ index: 0, delta: {}, finish_reason: end }] }));
    events.push(event({ choices: [], usage: { prompt_tokens: 700, completion_tokens: 40, total_tokens: 740 } }), "data: [DONE]\n\n");
  }
  return streamed(events, end);
}

/** A stream of raw pieces. */
export function streamed(pieces: readonly string[], end: StreamEnd): Response {
  const encoder = new TextEncoder();
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(encoder.encode(piece));
      else if (end === "broken") controller.error(new Error("The connection broke."));
      else if (end === "never") await new Promise(() => undefined);
      else controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

function event(fields: object): string {
  return `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_700_000_000, model: "test", ...fields })}\n\n`;
}

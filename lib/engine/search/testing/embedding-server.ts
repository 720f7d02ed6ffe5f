import "server-only";

import { serve } from "@/lib/platform/http/testing/serve";
import { wordsOf } from "@/lib/platform/words/terms";

/** A request as an OpenAI-compatible server gets it. */
export interface EmbeddingRequest {
  path: string;
  authorization: string | null;
  body: { model: string; input: string[] };
}

/** A server that embeds texts, for a test; it keeps the requests it got. */
export interface EmbeddingServer {
  url: string;
  requests: EmbeddingRequest[];
  /** Components of each model's vectors; a model that is not there is refused. */
  models: Map<string, number>;
  /** What it does instead of embedding; undefined: it embeds. */
  fault: ((request: EmbeddingRequest) => Response | undefined | Promise<Response | undefined>) | undefined;
  close(): Promise<void>;
}

/** Starts a server on a free port. Texts that share words have vectors that lie close together. */
export async function startEmbeddingServer(models: Readonly<Record<string, number>>): Promise<EmbeddingServer> {
  const server = await serve(async (incoming) => {
    const body: EmbeddingRequest["body"] = await incoming.json();
    const request = { path: new URL(incoming.url).pathname, authorization: incoming.headers.get("authorization"), body };
    embedding.requests.push(request);
    return (await embedding.fault?.(request)) ?? embed(request, embedding.models.get(body.model));
  });
  const embedding: EmbeddingServer = { url: `${server.url}/v1`, requests: [], models: new Map(Object.entries(models)), fault: undefined, close: server.close };
  return embedding;
}

/** An answer with these vectors. */
export function answersWith(vectors: readonly (readonly unknown[])[]): Response {
  return Response.json({ object: "list", data: vectors.map((vector, index) => ({ object: "embedding", index, embedding: vector })), usage: { prompt_tokens: 1, total_tokens: 1 } });
}

function embed({ path, body }: EmbeddingRequest, dimensions: number | undefined): Response {
  if (path !== "/v1/embeddings" || dimensions === undefined) return Response.json({ error: { message: "no such model" } }, { status: 404 });
  return answersWith(body.input.map((text) => vectorOf(text, dimensions)));
}

/** The sum of its words' vectors, which look as if they were drawn by lot. */
function vectorOf(text: string, dimensions: number): number[] {
  const sum = new Array<number>(dimensions).fill(1e-3);
  for (const word of wordsOf(text)) {
    let state = [...word].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
    for (let at = 0; at < dimensions; at++) {
      state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + at;
      sum[at] = (sum[at] ?? 0) + ((state >>> 8) & 1 ? 1 : -1);
    }
  }
  return sum;
}

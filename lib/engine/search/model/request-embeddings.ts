import "server-only";

import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, embedMany } from "ai";

import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import type { EmbeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { normalise } from "@/lib/platform/embedding-model/vectors";

/** How one request is made. */
export interface RequestOptions {
  /** Longest time for it, in ms. */
  milliseconds: number;
  signal?: AbortSignal | undefined;
}

/** The unit vectors of some texts, in their order and of one length, by one request. Throws {@link EmbeddingFailure}, or the signal's reason. */
export async function requestEmbeddings(settings: EmbeddingSettings, texts: readonly string[], { milliseconds, signal }: RequestOptions): Promise<Float32Array[]> {
  const provider = createOpenAICompatible({ name: "embeddings", baseURL: settings.url, ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }) });
  const late = AbortSignal.timeout(milliseconds);
  try {
    const { embeddings } = await embedMany({
      model: provider.embeddingModel(settings.model),
      values: [...texts],
      maxRetries: 0,
      abortSignal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    return vectorsOf(embeddings, texts.length);
  } catch (thrown) {
    signal?.throwIfAborted();
    throw late.aborted ? new EmbeddingFailure("timed_out") : failureOf(thrown);
  }
}

function vectorsOf(embeddings: readonly (readonly number[])[], count: number): Float32Array[] {
  const vectors = embeddings.map((embedding) => normalise(Float32Array.from(embedding)));
  const length = vectors[0]?.length ?? 0;
  const isWhole = vectors.length === count && length > 0 && vectors.every((vector) => vector.length === length && vector.every(Number.isFinite));
  if (!isWhole) throw new EmbeddingFailure("unreadable");
  return vectors;
}

function failureOf(thrown: unknown): EmbeddingFailure {
  if (thrown instanceof EmbeddingFailure) return thrown;
  if (!APICallError.isInstance(thrown)) return new EmbeddingFailure("unreadable");
  const { statusCode: status, responseHeaders } = thrown;
  if (status === undefined) return new EmbeddingFailure("unreachable");
  if (status === 429) return new EmbeddingFailure("rate_limited", secondsOf(responseHeaders?.["retry-after"]));
  if (status >= 500) return new EmbeddingFailure("server_error", secondsOf(responseHeaders?.["retry-after"]));
  return new EmbeddingFailure(status >= 400 ? "refused_by_server" : "unreadable");
}

function secondsOf(header: string | undefined): number {
  return header !== undefined && /^\d{1,6}(?:\.\d+)?$/.test(header) ? Number(header) : 0;
}

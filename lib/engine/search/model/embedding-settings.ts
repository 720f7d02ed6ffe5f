import "server-only";

import { env } from "@/lib/platform/env";

/** How an OpenAI-compatible server that embeds texts is reached, and how long it is waited for, in ms. */
export interface EmbeddingSettings {
  /** Base address, without a trailing slash. */
  url: string;
  apiKey: string | undefined;
  model: string;
  /** Longest time for a question, after which it is answered by its words, and for one request of texts to be indexed. */
  questionMs: number;
  requestMs: number;
  /** For how long texts to be indexed are tried again before the queue is left to try the whole document again. */
  patienceMs: number;
}

const LIMITS = { questionMs: 4_000, requestMs: 60_000, patienceMs: 120_000 };

/** The configured server; undefined when texts are embedded here. */
export function embeddingSettings(): EmbeddingSettings | undefined {
  const { EMBEDDING_URL, EMBEDDING_MODEL, EMBEDDING_API_KEY } = env();
  if (EMBEDDING_URL === undefined || EMBEDDING_MODEL === undefined) return undefined;
  return { url: EMBEDDING_URL, apiKey: EMBEDDING_API_KEY, model: EMBEDDING_MODEL, ...LIMITS };
}

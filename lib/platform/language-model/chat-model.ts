import "server-only";

import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, type LanguageModel } from "ai";

/** An OpenAI-compatible server with one of its models. */
export interface ModelServer {
  /** Base address, without a trailing slash. */
  url: string;
  apiKey: string | undefined;
  model: string;
}

/** How a request is put, and what sends it. */
export interface ChatModelOptions {
  /** In the names that models want which reason before they write: another one for the limit, and no temperature. */
  isNewer: boolean;
  fetch?: typeof globalThis.fetch;
}

/** A server's model, for the functions of the AI SDK. */
export function chatModel({ url, apiKey, model }: ModelServer, { isNewer, fetch }: ChatModelOptions): LanguageModel {
  const provider = createOpenAICompatible({
    name: "llm",
    baseURL: url,
    includeUsage: true,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(isNewer ? { transformRequestBody: inNewerNames } : {}),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return provider.chatModel(model);
}

/** Whether a server did not understand a request: it may want the newer names. */
export function isBadRequest(thrown: unknown): boolean {
  return APICallError.isInstance(thrown) && thrown.statusCode === 400;
}

function inNewerNames({ max_tokens, temperature: _temperature, ...body }: Record<string, unknown>): Record<string, unknown> {
  return { ...body, max_completion_tokens: max_tokens };
}

import "server-only";

import { generateText } from "ai";

import { env } from "@/lib/platform/env";
import { boundedFetch } from "@/lib/platform/language-model/bounded-fetch";
import { chatModel, isBadRequest } from "@/lib/platform/language-model/chat-model";

/** What a model is asked for in one go. */
export interface ModelTask {
  /** What it is to do, and in what form it replies. */
  instructions: string;
  /** The material, as JSON. */
  material: object;
  /** The most tokens that it may write, and the most bytes of the server's answer that are read. */
  mostTokens: number;
  mostBytes: number;
}

/** Whether a language model is configured (LLM_URL). */
export function hasModel(): boolean {
  return env().LLM_URL !== undefined;
}

/**
 * The JSON object that the configured language model replies with, whatever words stand around it; undefined when none is configured. Throws what the AI SDK throws, an
 * Error for a reply that holds no JSON or does not come within LLM_TIMEOUT_MS, and the signal's reason.
 */
export async function askModel({ instructions, material, mostTokens, mostBytes }: ModelTask, signal?: AbortSignal): Promise<unknown> {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: apiKey, LLM_TIMEOUT_MS } = env();
  if (url === undefined || model === undefined) return undefined;
  const patience = AbortSignal.timeout(LLM_TIMEOUT_MS);
  const abortSignal = signal === undefined ? patience : AbortSignal.any([signal, patience]);
  const ask = async (isNewer: boolean) => {
    const asked = chatModel({ url, apiKey, model }, { isNewer, fetch: boundedFetch(mostBytes) });
    const { text } = await generateText({ model: asked, instructions, prompt: JSON.stringify(material), maxOutputTokens: mostTokens, temperature: 0, maxRetries: 0, abortSignal });
    return text;
  };
  const text = await ask(false).catch((thrown: unknown) => (isBadRequest(thrown) ? ask(true) : Promise.reject(thrown)));
  return JSON.parse(/\{[^]*\}/.exec(text)?.[0] ?? "");
}

import "server-only";

import { env } from "@/lib/platform/env";
import type { ModelServer } from "@/lib/platform/language-model/chat-model";

/** How the language model that writes answers is reached, and how much it may take. */
export interface ModelSettings extends ModelServer {
  /** Longest time for one answer, and longest time without a sign of life, in ms. */
  timeoutMs: number;
  silenceMs: number;
  /** Most tokens of one answer with its prompt, and of one project in one day (UTC). */
  answerTokens: number;
  projectTokens: number;
}

/** The configured model; undefined when there is none, and answers are quotations. */
export function modelSettings(): ModelSettings | undefined {
  const { LLM_URL, LLM_MODEL, ...rest } = env();
  if (LLM_URL === undefined || LLM_MODEL === undefined) return undefined;
  return {
    url: LLM_URL,
    apiKey: rest.LLM_API_KEY,
    model: LLM_MODEL,
    timeoutMs: rest.LLM_TIMEOUT_MS,
    silenceMs: rest.LLM_SILENCE_MS,
    answerTokens: rest.LLM_ANSWER_TOKENS,
    projectTokens: rest.LLM_PROJECT_TOKENS,
  };
}

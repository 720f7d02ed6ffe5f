import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { APICallError, streamText } from "ai";

import { ModelFailure } from "@/lib/engine/answer/writing/model-failure";
import type { ModelSettings } from "@/lib/engine/answer/writing/model-settings";
import type { AnswerPrompt } from "@/lib/engine/answer/writing/prompt";
import { within } from "@/lib/engine/answer/writing/within";
import { chatModel, isBadRequest } from "@/lib/platform/language-model/chat-model";

/** How a model's answer ended, and what it cost in tokens if the server said so. */
export interface ModelEnd {
  /** The output limit cut it: its last sentence may be half a one. */
  isCutShort: boolean;
  tokens: number | undefined;
}

/** The longest `Retry-After` that is waited for, in seconds; it is once at most. */
const LONGEST_RETRY = 3;
/** A server that pays no heed to the output limit is stopped at this many UTF-16 units for each token of it. */
const UNITS_PER_TOKEN = 8;

/** Servers that want newer names in a request, by address and model; remembered until the process ends. */
const newer = new Set<string>();

/**
 * Streams a model's text. Whatever the server does, this ends within the settings' time: it throws {@link ModelFailure}, or the
 * signal's reason when the caller went away, and the request is given up then.
 */
export async function* streamModel(settings: ModelSettings, prompt: AnswerPrompt, signal?: AbortSignal): AsyncGenerator<string, ModelEnd> {
  const deadline = performance.now() + settings.timeoutMs;
  const server = `${settings.url} ${settings.model}`;
  try {
    return yield* attempt(settings, prompt, { deadline, isNewer: newer.has(server) }, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    const seconds = secondsToRetry(thrown);
    if (seconds === undefined || performance.now() + seconds * 1_000 > deadline) throw failureOf(thrown);
    await sleep(seconds * 1_000, undefined, { signal });
    const isNewer = newer.has(server) !== isBadRequest(thrown);
    try {
      const end = yield* attempt(settings, prompt, { deadline, isNewer }, signal);
      if (isNewer) newer.add(server);
      return end;
    } catch (again) {
      signal?.throwIfAborted();
      throw failureOf(again);
    }
  }
}

/** When an attempt must be over, in ms of `performance.now()`, and in what form it asks. */
interface Attempt {
  deadline: number;
  isNewer: boolean;
}

async function* attempt(settings: ModelSettings, prompt: AnswerPrompt, { deadline, isNewer }: Attempt, signal: AbortSignal | undefined): AsyncGenerator<string, ModelEnd> {
  const stop = new AbortController();
  const parts = partsOf(settings, prompt, isNewer, signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]));
  let units = 0;
  let alive = performance.now();
  try {
    for (;;) {
      const patience = Math.min(alive + settings.silenceMs, deadline) - performance.now();
      const { done, value: part } = await within(parts.next(), patience, signal);
      if (done === true) throw new ModelFailure("cut_off");
      if (part.type === "error") throw part.error;
      if (part.type === "text-delta" || part.type === "reasoning-delta") alive = performance.now();
      if (part.type === "text-delta") {
        units += part.text.length;
        if (units > prompt.outputTokens * UNITS_PER_TOKEN) throw new ModelFailure("unreadable");
        yield part.text;
      }
      if (part.type === "finish") return endOf(part);
    }
  } finally {
    stop.abort();
  }
}

function partsOf(settings: ModelSettings, { system, prompt, outputTokens }: AnswerPrompt, isNewer: boolean, abortSignal: AbortSignal) {
  const result = streamText({
    model: chatModel(settings, { isNewer }),
    instructions: system,
    prompt,
    maxOutputTokens: outputTokens,
    temperature: 0,
    maxRetries: 0,
    streamRetries: 0,
    abortSignal,
    // It would print them; they come as parts of the stream as well.
    onError: () => undefined,
  });
  return result.stream[Symbol.asyncIterator]();
}

function endOf({ finishReason, totalUsage }: { finishReason: string; totalUsage: { inputTokens: number | undefined; outputTokens: number | undefined } }): ModelEnd {
  if (finishReason !== "stop" && finishReason !== "length") throw new ModelFailure("cut_off");
  const tokens = (totalUsage.inputTokens ?? 0) + (totalUsage.outputTokens ?? 0);
  return { isCutShort: finishReason === "length", tokens: Number.isSafeInteger(tokens) && tokens > 0 ? tokens : undefined };
}

/** Seconds after which one more try makes sense: a server that had too much to do says when, one that did not know a name is asked otherwise. */
function secondsToRetry(thrown: unknown): number | undefined {
  if (isBadRequest(thrown)) return 0;
  if (!APICallError.isInstance(thrown) || thrown.statusCode !== 429) return undefined;
  const header = thrown.responseHeaders?.["retry-after"] ?? "";
  const seconds = /^\d+(?:\.\d+)?$/.test(header) ? Number(header) : Infinity;
  return seconds <= LONGEST_RETRY ? seconds : undefined;
}

function failureOf(thrown: unknown): ModelFailure {
  if (thrown instanceof ModelFailure) return thrown;
  if (!APICallError.isInstance(thrown)) return new ModelFailure("unreadable");
  if (thrown.statusCode === undefined) return new ModelFailure("unreachable");
  return new ModelFailure(thrown.statusCode === 429 ? "rate_limited" : "refused_by_server");
}

import "server-only";

import type { Quote } from "@/lib/engine/answer/quote";
import { estimateTokens } from "@/lib/engine/answer/writing/estimate-tokens";
import { type FailureReason, ModelFailure } from "@/lib/engine/answer/writing/model-failure";
import type { ModelSettings } from "@/lib/engine/answer/writing/model-settings";
import { type AnswerPrompt, DECLINED, promptOf } from "@/lib/engine/answer/writing/prompt";
import { SentenceBuffer } from "@/lib/engine/answer/writing/sentence-buffer";
import { type ModelEnd, streamModel } from "@/lib/engine/answer/writing/stream-model";
import { reserveTokens, settleTokens } from "@/lib/engine/answer/writing/token-budget";
import { WrittenText } from "@/lib/engine/answer/writing/written-text";
import type { ProjectScope } from "@/lib/engine/scope";
import type { RankedPassage } from "@/lib/engine/search/ranking/rank-passages";
import { log } from "@/lib/platform/log";

/** What a model makes an answer of. */
export interface WritingInput {
  question: string;
  /** Questions asked before in the same conversation, oldest first. */
  earlier: readonly string[];
  ranked: readonly RankedPassage[];
  /** What stands before the first sentence; empty for nothing. */
  opening: string;
}

/** What became of it. */
export interface WrittenAnswer {
  /** The supported sentences with their marks, as they were shown; empty when there is none. */
  text: string;
  /** What they rest on: `[n]` in the text is the n-th, counting from 1. */
  quotes: readonly Quote[];
  /** False when the model stopped half-way or never began. */
  isWhole: boolean;
  /** The model says that the passages do not answer. */
  isDeclined: boolean;
}

/** Longest answer, in sentences: the rest is not waited for. */
const MOST_SENTENCES = 6;
/** Failures before the model read anything. */
const NOT_CHARGED: ReadonlySet<FailureReason> = new Set(["rate_limited", "refused_by_server", "unreachable"]);
const NOTHING: WrittenAnswer = { text: "", quotes: [], isWhole: false, isDeclined: false };

/**
 * Lets the model write an answer from the passages, and keeps the sentences that a located quotation supports; each is handed to
 * `onText` as soon as it has been checked. Whatever the model and its server do, it gives what there is. Throws the signal's reason when
 * the caller went away; CitadelError `not_found` when the project is ending.
 */
export async function writeAnswer(scope: ProjectScope, input: WritingInput, settings: ModelSettings, onText: (text: string) => void, signal?: AbortSignal): Promise<WrittenAnswer> {
  const prompt = promptOf({ ...input, answerTokens: settings.answerTokens });
  if (prompt === undefined) return NOTHING;
  const promptTokens = estimateTokens(prompt.system + prompt.prompt);
  const reserved = await reserveTokens(scope, promptTokens + prompt.outputTokens, settings.projectTokens);
  if (reserved === undefined) {
    log.warn({ projectId: scope.projectId, reason: "budget" }, "answer not written");
    return NOTHING;
  }
  const written = new WrittenText(prompt.passages, input.opening, onText);
  const said = { text: "" };
  let end: ModelEnd | undefined;
  let used = promptTokens;
  try {
    end = await read(prompt, settings, written, said, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!(thrown instanceof ModelFailure)) throw thrown;
    if (NOT_CHARGED.has(thrown.reason)) used = 0;
    log.warn({ projectId: scope.projectId, reason: thrown.reason }, "answer not written");
  } finally {
    await settleTokens(scope, reserved, end?.tokens ?? used + estimateTokens(said.text));
  }
  return { text: written.text, quotes: written.quotes, isWhole: end !== undefined, isDeclined: said.text.trim().toUpperCase().startsWith(DECLINED) };
}

/** Reads the model's text into `written`, sentence by sentence, until it ends or there is enough. */
async function read(prompt: AnswerPrompt, settings: ModelSettings, written: WrittenText, said: { text: string }, signal: AbortSignal | undefined): Promise<ModelEnd> {
  const buffer = new SentenceBuffer();
  const stream = streamModel(settings, prompt, signal);
  try {
    for (let next = await stream.next(); ; next = await stream.next()) {
      if (next.done === true) {
        const left = buffer.end();
        for (const sentence of next.value.isCutShort ? left.slice(0, -1) : left) await written.add(sentence);
        return next.value;
      }
      said.text += next.value;
      for (const sentence of buffer.add(next.value)) await written.add(sentence);
      if (written.sentences >= MOST_SENTENCES) return { isCutShort: true, tokens: undefined };
    }
  } finally {
    await stream.return({ isCutShort: true, tokens: undefined });
  }
}

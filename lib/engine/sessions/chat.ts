import "server-only";

import type { z } from "zod";

import { type AnswerPhase, answerQuestion, type AnswerWatch } from "@/lib/engine/answer/answer-question";
import type { ChatAnswer, chatInput } from "@/lib/engine/contract";
import { type Conversation, openSession, storeMessage } from "@/lib/engine/sessions/session";
import type { ProjectScope } from "@/lib/engine/scope";
import { newId } from "@/lib/platform/ids";

/** Answers a question within a session and remembers both. Throws CitadelError `not_found` for an unknown session; the signal's reason. */
export async function chat(scope: ProjectScope, input: z.output<typeof chatInput>, signal?: AbortSignal): Promise<ChatAnswer> {
  return answerIn(scope, await openSession(scope, input.sessionId, input.store), input.question, { signal });
}

/** Answers a question in an open conversation. A caller that has gone away leaves no message behind. */
export async function answerIn(scope: ProjectScope, conversation: Conversation, question: string, { onPhase, ...watch }: AnswerWatch): Promise<ChatAnswer> {
  const { signal } = watch;
  const started = performance.now();
  const whileWanted = (phase: AnswerPhase) => {
    signal?.throwIfAborted();
    onPhase?.(phase);
  };
  const found = await answerQuestion(scope, { question, history: conversation.history }, { ...watch, onPhase: whileWanted });
  signal?.throwIfAborted();
  const answer = { ...found, sessionId: conversation.sessionId, messageId: newId("msg"), tookMs: Math.round(performance.now() - started) };
  await storeMessage(scope, conversation, question, answer);
  return answer;
}

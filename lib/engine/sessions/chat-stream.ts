import "server-only";

import type { z } from "zod";

import type { AnswerPhase } from "@/lib/engine/answer/answer-question";
import type { ChatEvent, chatInput } from "@/lib/engine/contract";
import { answerIn } from "@/lib/engine/sessions/chat";
import { emitting } from "@/lib/engine/sessions/emitting";
import { openSession } from "@/lib/engine/sessions/session";
import type { ProjectScope } from "@/lib/engine/scope";

/** About how many UTF-16 units go into one `delta`. */
const DELTA_LENGTH = 24;

/** {@link chat} as events: the phases as they begin, the answer in pieces, its citations, and `done` with the whole. */
export async function* chatStream(scope: ProjectScope, input: z.output<typeof chatInput>, signal?: AbortSignal): AsyncGenerator<ChatEvent> {
  const conversation = await openSession(scope, input.sessionId);
  const phases = emitting<AnswerPhase, Awaited<ReturnType<typeof answerIn>>>((emit) => answerIn(scope, conversation, input.question, signal, emit));
  for (let next = await phases.next(); ; next = await phases.next()) {
    if (next.done !== true) {
      yield { event: "status", data: { phase: next.value } };
      continue;
    }
    const answer = next.value;
    for (const text of pieces(answer.answer)) {
      signal?.throwIfAborted();
      yield { event: "delta", data: { text } };
    }
    yield { event: "citations", data: { citations: answer.citations } };
    yield { event: "done", data: answer };
    return;
  }
}

/** A text cut between words into pieces that add up to it exactly. */
export function pieces(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${DELTA_LENGTH}}(?=\\s|$)|\\S+|\\s+`, "g")) ?? [];
}

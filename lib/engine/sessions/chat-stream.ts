import "server-only";

import type { z } from "zod";

import type { AnswerPhase } from "@/lib/engine/answer/answer-question";
import type { ChatAnswer, ChatEvent, chatInput } from "@/lib/engine/contract";
import { answerIn } from "@/lib/engine/sessions/chat";
import { emitting } from "@/lib/engine/sessions/emitting";
import { openSession } from "@/lib/engine/sessions/session";
import type { ProjectScope } from "@/lib/engine/scope";

/** What an answer emits while it is made. */
type Emitted = { phase: AnswerPhase } | { text: string };

/** About how many UTF-16 units go into one `delta`. */
const DELTA_LENGTH = 24;

/**
 * {@link chat} as events: the phases as they begin, the answer in pieces, its citations, and `done` with the whole. A written answer is
 * sent as it grows, each sentence once it has been checked.
 */
export async function* chatStream(scope: ProjectScope, input: z.output<typeof chatInput>, signal?: AbortSignal): AsyncGenerator<ChatEvent> {
  const conversation = await openSession(scope, input.sessionId, input.store);
  const growing = emitting<Emitted, ChatAnswer>((emit) =>
    answerIn(scope, conversation, input.question, { signal, onPhase: (phase) => emit({ phase }), onText: (text) => emit({ text }) }),
  );
  let sent = 0;
  for (let next = await growing.next(); ; next = await growing.next()) {
    if (next.done === true) {
      yield* ending(next.value, sent, signal);
      return;
    }
    if ("phase" in next.value) yield { event: "status", data: next.value };
    else {
      sent += next.value.text.length;
      yield* deltas(next.value.text, signal);
    }
  }
}

/** What is left of an answer of which so many UTF-16 units have been sent, and its end. */
function* ending(answer: ChatAnswer, sent: number, signal: AbortSignal | undefined): Generator<ChatEvent> {
  yield* deltas(answer.answer.slice(sent), signal);
  yield { event: "citations", data: { citations: answer.citations } };
  yield { event: "done", data: answer };
}

function* deltas(text: string, signal: AbortSignal | undefined): Generator<ChatEvent> {
  for (const piece of pieces(text)) {
    signal?.throwIfAborted();
    yield { event: "delta", data: { text: piece } };
  }
}

/** A text cut between words into pieces that add up to it exactly. */
export function pieces(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${DELTA_LENGTH}}(?=\\s|$)|\\S+|\\s+`, "g")) ?? [];
}

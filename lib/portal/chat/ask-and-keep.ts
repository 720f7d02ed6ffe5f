import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import type { ChatAnswer, ChatEvent, ChatInput } from "@/lib/engine/contract";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { keepMessage, keepsWords } from "@/lib/portal/conversations/keep-message";
import { releaseQuestion, reserveQuestion } from "@/lib/portal/quota/reserve-question";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * A question as the engine answers it, counted against the organisation's limit before it is asked and kept before its end is told, so that it can be rated at
 * once. Where no conversations are kept the engine stores nothing either, and each question stands alone. One that gets no answer costs nothing.
 *
 * @throws CitadelError `quota_reached`, and whatever the engine throws
 */
export async function* askAndKeep(scope: TenantScope, client: EngineClient, { question, sessionId }: ChatInput, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const reserved = await reserveQuestion(scope);
  let isAnswered = false;
  try {
    const stored = await keepsWords(scope);
    const input: ChatInput = stored ? { question, ...(sessionId === undefined ? {} : { sessionId }) } : { question, store: false };
    for await (const event of client.chatStream(input, { signal })) {
      if (event.event === "done") {
        isAnswered = true;
        await keep(scope, question, event.data);
      }
      yield event;
    }
  } finally {
    if (!isAnswered) await releaseQuestion(scope, reserved);
  }
}

/** A person who has an answer is not told that it could not be noted. */
async function keep(scope: TenantScope, question: string, answer: ChatAnswer): Promise<void> {
  try {
    await keepMessage(scope, question, answer);
  } catch (thrown) {
    log.error({ organisationId: scope.organisation.id, projectId: scope.project.id, messageId: answer.messageId, error: errorTrace(thrown) }, "answer not kept");
  }
}

import "server-only";

import { chatAnswerSchema, chatRequest } from "@/lib/engine/contract";
import { projectGuard } from "@/lib/engine/http/guards";
import { chat as answer } from "@/lib/engine/sessions/chat";
import { chatStream } from "@/lib/engine/sessions/chat-stream";
import { defineRoute } from "@/lib/platform/http/define-route";
import { eventStream } from "@/lib/platform/http/event-stream";

/** `POST /v1/chat` */
export const chat = defineRoute(projectGuard, {
  method: "POST",
  path: "/v1/chat",
  summary: "Ask a question; with `stream` the answer is text/event-stream: status, delta, citations, then done or error",
  body: chatRequest,
  responses: { 200: { description: "The answer with its citations, or a refusal.", schema: chatAnswerSchema } },
  async handle({ caller: { scope }, body: { stream, ...input }, request, requestId }) {
    if (!stream) return { status: 200, body: await answer(scope, input, request.signal) };
    return eventStream(request, requestId, (signal) => chatStream(scope, input, signal));
  },
});

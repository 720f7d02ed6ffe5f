import "server-only";

import { chatInput } from "@/lib/engine/contract";
import { eventStream } from "@/lib/platform/http/event-stream";
import { requireAsking } from "@/lib/portal/asking/may-ask";
import { askAndKeep } from "@/lib/portal/chat/ask-and-keep";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/**
 * `POST /t/{org}/{project}/api/chat`: the engine's own events, as the scope's project is answered. What goes wrong before the
 * first event is a problem with its own status (a session that this project's engine did not make: 404); what goes wrong later is an
 * `error` event. A person who goes away stops the work.
 */
export const ask = definePortalRoute({
  method: "POST",
  path: "/t/{org}/{project}/api/chat",
  summary: "Ask the project's documents; the answer is text/event-stream: status, delta, citations, then done or error",
  permission: "chat.ask",
  body: chatInput,
  responses: { 200: { description: "The answer as it comes.", contentType: "text/event-stream" } },
  async handle(scope, { body, request, requestId }) {
    await requireAsking(scope);
    const client = await openVault(scope);
    return eventStream(request, requestId, (signal) => askAndKeep(scope, client, body, signal));
  },
});

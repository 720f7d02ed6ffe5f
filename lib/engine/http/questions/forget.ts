import "server-only";

import { forgetQuery, forgottenSchema } from "@/lib/engine/contract";
import { projectGuard } from "@/lib/engine/http/guards";
import { forgetMessages } from "@/lib/engine/sessions/forget-messages";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `DELETE /v1/sessions` */
export const forget = defineRoute(projectGuard, {
  method: "DELETE",
  path: "/v1/sessions",
  summary: "Forget what was asked and answered before a time, and the sessions that are empty then",
  query: forgetQuery,
  responses: { 200: { description: "How much was forgotten.", schema: forgottenSchema } },
  async handle({ caller: { scope }, query }) {
    return { status: 200, body: await forgetMessages(scope, new Date(query.before)) };
  },
});

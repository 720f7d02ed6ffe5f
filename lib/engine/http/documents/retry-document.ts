import "server-only";

import { documentSchema } from "@/lib/engine/contract";
import { retryDocument as retryInScope } from "@/lib/engine/documents/retry-document";
import { projectGuard } from "@/lib/engine/http/guards";
import { documentPath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `POST /v1/documents/{id}/retry` */
export const retryDocument = defineRoute(projectGuard, {
  method: "POST",
  path: "/v1/documents/{id}/retry",
  summary: "Read a failed document again",
  params: documentPath,
  responses: { 202: { description: "The document, queued again.", schema: documentSchema } },
  async handle({ caller: { scope }, params }) {
    return { status: 202, body: await retryInScope(scope, params.id) };
  },
});

import "server-only";

import { getContent as getInScope } from "@/lib/engine/documents/get-content";
import { contentResponse } from "@/lib/engine/http/documents/content-response";
import { projectGuard } from "@/lib/engine/http/guards";
import { documentPath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/documents/{id}/content` */
export const getContent = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/documents/{id}/content",
  summary: "The original bytes, as an attachment; Range requests work",
  params: documentPath,
  responses: {
    200: { description: "The whole file.", contentType: "application/octet-stream" },
    206: { description: "The range that was asked for.", contentType: "application/octet-stream" },
  },
  async handle({ caller: { scope }, params, request }) {
    return contentResponse(await getInScope(scope, params.id, request.headers.get("range") ?? undefined));
  },
});

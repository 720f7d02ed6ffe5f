import "server-only";

import { documentSchema } from "@/lib/engine/contract";
import { getDocument as getInScope } from "@/lib/engine/documents/get-document";
import { projectGuard } from "@/lib/engine/http/guards";
import { documentPath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/documents/{id}` */
export const getDocument = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/documents/{id}",
  summary: "One document, with its status",
  params: documentPath,
  responses: { 200: { description: "The document.", schema: documentSchema } },
  async handle({ caller: { scope }, params }) {
    return { status: 200, body: await getInScope(scope, params.id) };
  },
});

import "server-only";

import { documentPageSchema } from "@/lib/engine/contract";
import { getPage as getInScope } from "@/lib/engine/documents/get-page";
import { projectGuard } from "@/lib/engine/http/guards";
import { pagePath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/documents/{id}/pages/{page}` */
export const getPage = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/documents/{id}/pages/{page}",
  summary: "A page's text, and its lines with their boxes",
  params: pagePath,
  responses: { 200: { description: "The page.", schema: documentPageSchema } },
  async handle({ caller: { scope }, params }) {
    return { status: 200, body: await getInScope(scope, params.id, params.page) };
  },
});

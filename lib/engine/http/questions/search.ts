import "server-only";

import { searchInput, searchResponse } from "@/lib/engine/contract";
import { projectGuard } from "@/lib/engine/http/guards";
import { searchProject } from "@/lib/engine/search/search-project";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `POST /v1/search` */
export const search = defineRoute(projectGuard, {
  method: "POST",
  path: "/v1/search",
  summary: "Find passages, best first",
  body: searchInput,
  responses: { 200: { description: "The passages.", schema: searchResponse } },
  async handle({ caller: { scope }, body }) {
    return { status: 200, body: await searchProject(scope, body) };
  },
});

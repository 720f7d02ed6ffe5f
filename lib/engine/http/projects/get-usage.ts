import "server-only";

import { usageQuery, usageSchema } from "@/lib/engine/contract";
import { projectGuard } from "@/lib/engine/http/guards";
import { projectUsage } from "@/lib/engine/projects/project-usage";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/usage` */
export const getUsage = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/usage",
  summary: "What the project holds now, and the language model's tokens a day; no content",
  query: usageQuery,
  responses: { 200: { description: "The counts.", schema: usageSchema } },
  async handle({ caller: { scope }, query }) {
    return { status: 200, body: await projectUsage(scope, query) };
  },
});

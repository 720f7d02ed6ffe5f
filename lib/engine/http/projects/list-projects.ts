import "server-only";

import { listQuery, projectListSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { listProjects as list } from "@/lib/engine/projects/list-projects";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/projects` */
export const listProjects = defineRoute(managementGuard, {
  method: "GET",
  path: "/v1/projects",
  summary: "List the projects, oldest first",
  query: listQuery,
  responses: { 200: { description: "One page of the list.", schema: projectListSchema } },
  async handle({ caller, query }) {
    return { status: 200, body: await list(caller, query) };
  },
});

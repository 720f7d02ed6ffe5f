import "server-only";

import { projectDetailSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { projectPath } from "@/lib/engine/http/path-parameters";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { getProject as getInScope } from "@/lib/engine/projects/get-project";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/projects/{id}` */
export const getProject = defineRoute(managementGuard, {
  method: "GET",
  path: "/v1/projects/{id}",
  summary: "One project with its totals",
  params: projectPath,
  responses: { 200: { description: "The project.", schema: projectDetailSchema } },
  async handle({ caller, params }) {
    return { status: 200, body: await getInScope(fromManagement(caller, params.id)) };
  },
});

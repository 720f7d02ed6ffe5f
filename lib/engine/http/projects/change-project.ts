import "server-only";

import { changeProjectInput, projectSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { projectPath } from "@/lib/engine/http/path-parameters";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { setProjectStatus } from "@/lib/engine/projects/set-project-status";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `PATCH /v1/projects/{id}` */
export const changeProject = defineRoute(managementGuard, {
  method: "PATCH",
  path: "/v1/projects/{id}",
  summary: "Shut a project (suspended: no key opens it, nothing is lost), or open it again",
  params: projectPath,
  body: changeProjectInput,
  responses: { 200: { description: "The project.", schema: projectSchema } },
  async handle({ caller, params, body }) {
    return { status: 200, body: await setProjectStatus(fromManagement(caller, params.id), body.status) };
  },
});

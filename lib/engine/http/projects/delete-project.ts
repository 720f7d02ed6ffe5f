import "server-only";

import { deletionSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { projectPath } from "@/lib/engine/http/path-parameters";
import { deleteProject as deleteInScope } from "@/lib/engine/projects/delete-project";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `DELETE /v1/projects/{id}` */
export const deleteProject = defineRoute(managementGuard, {
  method: "DELETE",
  path: "/v1/projects/{id}",
  summary: "Delete a project; its keys die at once, its data is gone when the deletion is done",
  params: projectPath,
  responses: { 202: { description: "The deletion and where its receipt is read.", schema: deletionSchema } },
  async handle({ caller, params }) {
    return { status: 202, body: await deleteInScope(fromManagement(caller, params.id)) };
  },
});

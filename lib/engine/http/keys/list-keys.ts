import "server-only";

import { keyListSchema, listQuery } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { projectPath } from "@/lib/engine/http/path-parameters";
import { listKeys as listInScope } from "@/lib/engine/keys/list-keys";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/projects/{id}/keys` */
export const listKeys = defineRoute(managementGuard, {
  method: "GET",
  path: "/v1/projects/{id}/keys",
  summary: "List a project's keys, newest first, revoked ones too, without secrets",
  params: projectPath,
  query: listQuery,
  responses: { 200: { description: "One page of the list.", schema: keyListSchema } },
  async handle({ caller, params, query }) {
    return { status: 200, body: await listInScope(fromManagement(caller, params.id), query) };
  },
});

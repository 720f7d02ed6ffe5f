import "server-only";

import { issuedKeySchema, issueKeyInput } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { projectPath } from "@/lib/engine/http/path-parameters";
import { issueKey as issueInScope } from "@/lib/engine/keys/issue-key";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `POST /v1/projects/{id}/keys` */
export const issueKey = defineRoute(managementGuard, {
  method: "POST",
  path: "/v1/projects/{id}/keys",
  summary: "Issue a key; its secret is shown in this answer only",
  params: projectPath,
  body: issueKeyInput.prefault({}),
  responses: { 201: { description: "The key, with its secret.", schema: issuedKeySchema } },
  async handle({ caller, params, body }) {
    return { status: 201, body: await issueInScope(fromManagement(caller, params.id), body) };
  },
});

import "server-only";

import { managementGuard } from "@/lib/engine/http/guards";
import { keyPath } from "@/lib/engine/http/path-parameters";
import { revokeKey as revokeInScope } from "@/lib/engine/keys/revoke-key";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `DELETE /v1/projects/{id}/keys/{keyId}` */
export const revokeKey = defineRoute(managementGuard, {
  method: "DELETE",
  path: "/v1/projects/{id}/keys/{keyId}",
  summary: "Revoke a key, at once and for good",
  params: keyPath,
  responses: { 204: { description: "It opens nothing any more." } },
  async handle({ caller, params }) {
    await revokeInScope(fromManagement(caller, params.id), params.keyId);
    return { status: 204 };
  },
});

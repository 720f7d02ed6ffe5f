import "server-only";

import { removeDocument as removeInScope } from "@/lib/engine/documents/remove-document";
import { projectGuard } from "@/lib/engine/http/guards";
import { documentPath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `DELETE /v1/documents/{id}` */
export const removeDocument = defineRoute(projectGuard, {
  method: "DELETE",
  path: "/v1/documents/{id}",
  summary: "Delete a document; from then on it is in no answer, no search and no page",
  params: documentPath,
  responses: { 204: { description: "It is gone." } },
  async handle({ caller: { scope }, params }) {
    await removeInScope(scope, params.id);
    return { status: 204 };
  },
});

import "server-only";

import { documentPath } from "@/lib/portal/documents/document-path";
import { noteChange } from "@/lib/portal/documents/note-change";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/** `DELETE /t/{org}/{project}/api/documents/{id}` */
export const removeDocument = definePortalRoute({
  method: "DELETE",
  path: "/t/{org}/{project}/api/documents/{id}",
  summary: "Delete a document; from then on it is in no answer, no search and no page",
  permission: "documents.write",
  params: documentPath,
  responses: { 204: { description: "It is gone." } },
  async handle(scope, { params }) {
    const client = await openVault(scope);
    const document = await client.documents.get(params.id);
    await client.documents.remove(params.id);
    await noteChange(scope, "document.removed", document);
    return { status: 204 };
  },
});

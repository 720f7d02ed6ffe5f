import "server-only";

import { documentSchema } from "@/lib/engine/contract";
import { documentPath } from "@/lib/portal/documents/document-path";
import { noteChange } from "@/lib/portal/documents/note-change";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/** `POST /t/{org}/{project}/api/documents/{id}/retry` */
export const retryDocument = definePortalRoute({
  method: "POST",
  path: "/t/{org}/{project}/api/documents/{id}/retry",
  summary: "Read a failed document again",
  permission: "documents.write",
  params: documentPath,
  responses: { 202: { description: "The document, queued again.", schema: documentSchema } },
  async handle(scope, { params }) {
    const client = await openVault(scope);
    const document = await client.documents.retry(params.id);
    await noteChange(scope, "document.retried", document);
    return { status: 202, body: document };
  },
});

import "server-only";

import { documentSchema } from "@/lib/engine/contract";
import { documentPath } from "@/lib/portal/documents/document-path";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/** `GET /t/{org}/{project}/api/documents/{id}` */
export const getDocument = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/documents/{id}",
  summary: "One document, with its status",
  permission: "documents.read",
  params: documentPath,
  responses: { 200: { description: "The document.", schema: documentSchema } },
  async handle(scope, { params }) {
    const client = await openVault(scope);
    return { status: 200, body: await client.documents.get(params.id) };
  },
});

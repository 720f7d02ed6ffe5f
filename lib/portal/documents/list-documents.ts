import "server-only";

import { documentListQuery, documentListSchema } from "@/lib/engine/contract";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/** `GET /t/{org}/{project}/api/documents` */
export const listDocuments = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/documents",
  summary: "List the project's documents, newest first",
  permission: "documents.read",
  query: documentListQuery,
  responses: { 200: { description: "One page of the list.", schema: documentListSchema } },
  async handle(scope, { query }) {
    const client = await openVault(scope);
    return { status: 200, body: await client.documents.list(query) };
  },
});

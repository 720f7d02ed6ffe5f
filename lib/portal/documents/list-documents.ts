import "server-only";

import { caredListQuery, caredListSchema, listCared } from "@/lib/portal/documents/cared-document";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";

/** `GET /t/{org}/{project}/api/documents` */
export const listDocuments = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/documents",
  summary: "List the project's documents, newest first",
  permission: "documents.read",
  query: caredListQuery,
  responses: { 200: { description: "One page of the list.", schema: caredListSchema } },
  async handle(scope, { query }) {
    return { status: 200, body: await listCared(scope, query) };
  },
});

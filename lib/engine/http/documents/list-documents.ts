import "server-only";

import { documentListQuery, documentListSchema } from "@/lib/engine/contract";
import { listDocuments as listInScope } from "@/lib/engine/documents/list-documents";
import { projectGuard } from "@/lib/engine/http/guards";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/documents` */
export const listDocuments = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/documents",
  summary: "List the documents, newest first",
  query: documentListQuery,
  responses: { 200: { description: "One page of the list.", schema: documentListSchema } },
  async handle({ caller: { scope }, query }) {
    return { status: 200, body: await listInScope(scope, query) };
  },
});

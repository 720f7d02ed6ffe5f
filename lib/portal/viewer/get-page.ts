import "server-only";

import { documentPageSchema } from "@/lib/engine/contract";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";
import { pagePath } from "@/lib/portal/viewer/page-path";

/** `GET /t/{org}/{project}/api/documents/{id}/pages/{page}` */
export const getPage = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/documents/{id}/pages/{page}",
  summary: "A page's text, and its lines with their boxes",
  permission: "documents.read",
  params: pagePath,
  responses: { 200: { description: "The page.", schema: documentPageSchema } },
  async handle(scope, { params }) {
    const client = await openVault(scope);
    return { status: 200, body: await client.documents.page(params.id, params.page) };
  },
});

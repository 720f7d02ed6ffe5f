import "server-only";

import { savedFileResponse } from "@/lib/platform/http/saved-file-response";
import { documentPath } from "@/lib/portal/documents/document-path";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { openVault } from "@/lib/portal/vault";

/** `GET /t/{org}/{project}/api/documents/{id}/content`: what the viewer draws and what "Download" saves, never a page of our own. */
export const getContent = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/documents/{id}/content",
  summary: "The original bytes, as an attachment; Range requests work",
  permission: "documents.read",
  params: documentPath,
  responses: {
    200: { description: "The whole file.", contentType: "application/octet-stream" },
    206: { description: "The range that was asked for.", contentType: "application/octet-stream" },
  },
  async handle(scope, { params, request }) {
    const client = await openVault(scope);
    return savedFileResponse(await client.documents.content(params.id, request.headers.get("range") ?? undefined));
  },
});

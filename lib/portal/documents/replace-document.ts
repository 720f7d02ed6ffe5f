import "server-only";

import { z } from "zod";

import { documentSchema } from "@/lib/engine/contract";
import { documentPath } from "@/lib/portal/documents/document-path";
import { noteChange } from "@/lib/portal/documents/note-change";
import { fileField, lengthOf, receiveFile } from "@/lib/portal/documents/receive-file";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import { openVault } from "@/lib/portal/vault";

/** `PUT /t/{org}/{project}/api/documents/{id}` */
export const replaceDocument = definePortalRoute({
  method: "PUT",
  path: "/t/{org}/{project}/api/documents/{id}",
  summary: "Replace a document by a new version; the old one answers until the new one is ready",
  permission: "documents.write",
  params: documentPath,
  multipart: z.object({ file: fileField }),
  responses: { 202: { description: "The document, with its new version.", schema: documentSchema } },
  async handle(scope, { params, request }) {
    const client = await openVault(scope);
    // Before the file is taken in: for a document that is not there nobody should have to send it.
    const { version } = await client.documents.get(params.id);
    const document = await withinQuota(scope, { documents: 0, bytes: lengthOf(request) }, () => receiveFile(request, (file) => client.documents.replace(params.id, file)));
    if (document.version > version) await noteChange(scope, "document.replaced", document);
    return { status: 202, body: document };
  },
});

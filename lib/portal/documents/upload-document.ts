import "server-only";

import { z } from "zod";

import { documentSchema } from "@/lib/engine/contract";
import { noteChange } from "@/lib/portal/documents/note-change";
import { fileField, lengthOf, receiveFile } from "@/lib/portal/documents/receive-file";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import { openVault } from "@/lib/portal/vault";

/** `POST /t/{org}/{project}/api/documents`: the file goes on to the engine as it comes in and is never held whole. */
export const uploadDocument = definePortalRoute({
  method: "POST",
  path: "/t/{org}/{project}/api/documents",
  summary: "Upload a document",
  permission: "documents.write",
  multipart: z.object({ name: z.string().optional().describe("Shown name, may hold folders; stands before the file"), file: fileField }),
  responses: {
    200: { description: "The same bytes stand under this name already: the document that is there.", schema: documentSchema },
    202: { description: "A new document, or a new version of the one of that name; it is being read.", schema: documentSchema },
  },
  async handle(scope, { request }) {
    const client = await openVault(scope);
    const { document, created } = await withinQuota(scope, { documents: 1, bytes: lengthOf(request) }, () => receiveFile(request, (file) => client.documents.upload(file)));
    if (created) await noteChange(scope, document.version === 1 ? "document.uploaded" : "document.replaced", document);
    return created ? { status: 202, body: document } : { status: 200, body: document };
  },
});

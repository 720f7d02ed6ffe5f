import "server-only";

import { z } from "zod";

import { documentSchema } from "@/lib/engine/contract";
import { getDocument } from "@/lib/engine/documents/get-document";
import { storeReplacement } from "@/lib/engine/documents/store-upload";
import { fileField, receiveUpload } from "@/lib/engine/http/documents/receive-upload";
import { projectGuard } from "@/lib/engine/http/guards";
import { documentPath } from "@/lib/engine/http/path-parameters";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `PUT /v1/documents/{id}` */
export const replaceDocument = defineRoute(projectGuard, {
  method: "PUT",
  path: "/v1/documents/{id}",
  summary: "Replace a document by a new version; the old one answers until the new one is ready",
  params: documentPath,
  multipart: z.object({ file: fileField }),
  responses: { 202: { description: "The document, with its new version.", schema: documentSchema } },
  async handle({ caller: { scope }, params, request }) {
    // Before the file is taken in: nothing is stored for a document that is not there.
    await getDocument(scope, params.id);
    const { file } = await receiveUpload(scope, request);
    return { status: 202, body: await storeReplacement(scope, params.id, file.received) };
  },
});

import "server-only";

import { z } from "zod";

import { documentSchema } from "@/lib/engine/contract";
import { documentName } from "@/lib/engine/documents/document-name";
import { storeUpload } from "@/lib/engine/documents/store-upload";
import { projectGuard } from "@/lib/engine/http/guards";
import { fileField, receiveUpload } from "@/lib/engine/http/documents/receive-upload";
import { discardingOnError } from "@/lib/engine/documents/received-file";
import { endingOf } from "@/lib/engine/ingest/read/formats";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `POST /v1/documents` */
export const uploadDocument = defineRoute(projectGuard, {
  method: "POST",
  path: "/v1/documents",
  summary: "Upload a document",
  multipart: z.object({ file: fileField, name: z.string().optional().describe("Shown name, may hold folders; default: the file's name") }),
  responses: {
    200: { description: "The same bytes stand under this name already: the document that is there.", schema: documentSchema },
    202: { description: "A new document, or a new version of the one of that name; it is being read.", schema: documentSchema },
  },
  async handle({ caller: { scope }, request }) {
    const { fields, file } = await receiveUpload(scope, request);
    const name = await discardingOnError(file.received, () => documentName(fields.name ?? file.name));
    // A shown name without an ending says nothing about the type; then the file's own name does.
    const typeName = endingOf(name) === "" ? file.name : name;
    const { document, created } = await storeUpload(scope, name, file.received, typeName);
    return created ? { status: 202, body: document } : { status: 200, body: document };
  },
});

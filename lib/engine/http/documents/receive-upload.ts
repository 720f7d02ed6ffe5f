import "server-only";

import { z } from "zod";

import { MAX_FILE_BYTES } from "@/lib/engine/contract";
import { discardBlobs, receiveFile, type ReceivedFile } from "@/lib/engine/documents/received-file";
import type { ProjectScope } from "@/lib/engine/scope";
import { CitadelError } from "@/lib/platform/errors";
import { readMultipart } from "@/lib/platform/http/read-multipart";
import { invalid } from "@/lib/platform/http/validated";

/** The file of a multipart body, for the OpenAPI file. */
export const fileField = z.string().meta({ format: "binary", description: `The file, at most ${MAX_FILE_BYTES} bytes` });

/** A form that holds a file. */
export interface UploadForm {
  fields: Record<string, string>;
  file: { name: string; received: ReceivedFile };
}

/** What a form's other parts may add to the length of the file, in bytes. */
const FORM_OVERHEAD = 64 * 1024;

/** Streams a form's file into the scope's blob store. Throws CitadelError `too_large`, `validation_failed`, `malformed_request`. */
export async function receiveUpload(scope: ProjectScope, request: Request): Promise<UploadForm> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FILE_BYTES + FORM_OVERHEAD) {
    throw new CitadelError("too_large", `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it into smaller files and upload those.`);
  }
  const { fields, file } = await readMultipart(request, {
    receive: (body) => receiveFile(scope, body),
    discard: ({ blobName }) => discardBlobs([blobName]),
  });
  if (file === undefined) throw invalid([{ path: "file", message: "is missing: choose a file to upload" }]);
  return { fields, file };
}

import "server-only";

import { z } from "zod";

import { MAX_FILE_BYTES } from "@/lib/engine/contract";
import type { UploadFile } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { readMultipart } from "@/lib/platform/http/read-multipart";
import { streamOf } from "@/lib/platform/http/stream-of";
import { invalid } from "@/lib/platform/http/validated";

/** The file of a multipart body, for the route's contract. */
export const fileField = z.string().meta({ format: "binary", description: `The file, at most ${MAX_FILE_BYTES} bytes` });

/** What a form's other parts may add to the length of the file, in bytes. */
const FORM_OVERHEAD = 64 * 1024;

/**
 * Hands a form's file to the engine while it is still coming in. Its shown name is the field `name`, which must stand before the
 * file to count, else the file's own. A file that has arrived whole stays, even when the form breaks off behind it.
 *
 * @throws CitadelError `too_large`, `validation_failed`, `malformed_request`, and whatever `send` throws
 */
export async function receiveFile<Sent>(request: Request, send: (file: UploadFile) => Promise<Sent>): Promise<Sent> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FILE_BYTES + FORM_OVERHEAD) {
    throw new CitadelError("too_large", `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it into smaller files and upload those.`);
  }
  const { file } = await readMultipart(request, {
    receive: (body, { fields, fileName }) => send({ name: fields.name ?? fileName, body: streamOf(body) }),
    discard: () => Promise.resolve(),
  });
  if (file === undefined) throw invalid([{ path: "file", message: "is missing: choose a file to upload" }]);
  return file.received;
}

/** The most bytes that a form can bring: as long as it says it is, or the longest allowed where it does not say. */
export function lengthOf(request: Request): number {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  return Number.isSafeInteger(length) ? Math.min(length, MAX_FILE_BYTES) : MAX_FILE_BYTES;
}

import { randomBytes } from "node:crypto";

import { streamOf } from "@/lib/platform/http/stream-of";

/** A multipart body that is written while it is sent. */
export interface UploadBody {
  contentType: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * A form of one streamed file (RFC 7578), with the shown name before it. The file part's own name says nothing: the shown
 * name is a field of its own, in UTF-8, and may hold any character.
 */
export function uploadForm(file: ReadableStream<Uint8Array>, name?: string): UploadBody {
  const boundary = `citadel-${randomBytes(18).toString("hex")}`;
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: streamOf(parts(boundary, file, name)) };
}

async function* parts(boundary: string, file: ReadableStream<Uint8Array>, name: string | undefined): AsyncGenerator<Uint8Array> {
  if (name !== undefined) yield Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="name"\r\n\r\n${name}\r\n`);
  yield Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\ncontent-type: application/octet-stream\r\n\r\n`);
  yield* file;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

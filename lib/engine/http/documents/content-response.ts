import type { DocumentContent } from "@/lib/engine/client";
import { savedFileResponse } from "@/lib/platform/http/saved-file-response";

/**
 * The whole original's length in bytes. Content-Length says it too, but the web server may leave that out of a stream.
 */
export const ORIGINAL_BYTES_HEADER = "x-original-bytes";

/** Originals as they go out: saved, never shown in our own origin, whatever they claim to be. */
export function contentResponse(content: DocumentContent): Response {
  const response = savedFileResponse(content);
  response.headers.set(ORIGINAL_BYTES_HEADER, String(content.totalBytes));
  return response;
}

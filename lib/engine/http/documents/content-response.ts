import type { DocumentContent } from "@/lib/engine/client";
import { attachment } from "@/lib/platform/http/content-disposition";

/**
 * The whole original's length in bytes. Content-Length says it too, but the web server may leave that out of a stream.
 */
export const ORIGINAL_BYTES_HEADER = "x-original-bytes";

/** Originals as they go out: saved, never shown in our own origin, whatever they claim to be. */
export function contentResponse({ status, body, contentType, fileName, contentLength, contentRange, totalBytes, sha256 }: DocumentContent): Response {
  const headers = new Headers({
    "content-type": contentType,
    "content-length": String(contentLength),
    [ORIGINAL_BYTES_HEADER]: String(totalBytes),
    "content-disposition": attachment(fileName),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store, no-transform",
    "accept-ranges": "bytes",
    etag: `"${sha256}"`,
  });
  if (contentRange !== undefined) headers.set("content-range", contentRange);
  return new Response(body, { status, headers });
}

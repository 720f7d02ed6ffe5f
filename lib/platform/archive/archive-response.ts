import { attachment } from "@/lib/platform/http/content-disposition";

/** An archive on its way out, while it is made: its length is not known. */
export function archiveResponse(body: ReadableStream<Uint8Array>, fileName: string): Response {
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": attachment(fileName),
      "cache-control": "private, no-store, no-transform",
      "x-content-type-options": "nosniff",
    },
  });
}

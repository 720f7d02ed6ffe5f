import { attachment } from "@/lib/platform/http/content-disposition";

/** A stored file, or a range of it, on its way out. */
export interface SavedFile {
  /** 200, or 206 for a range. */
  status: 200 | 206;
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string;
  /** Length of `body`, in bytes. */
  contentLength: number;
  /** `bytes a-b/total`, for a 206. */
  contentRange?: string;
  /** Of the whole file, in hex. */
  sha256: string;
}

/** A file of somebody else's making as it goes out: saved, never shown in our own origin, whatever it claims to be. */
export function savedFileResponse({ status, body, contentType, fileName, contentLength, contentRange, sha256 }: SavedFile): Response {
  const headers = new Headers({
    "content-type": contentType,
    "content-length": String(contentLength),
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

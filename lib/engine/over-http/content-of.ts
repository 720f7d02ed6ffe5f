import type { DocumentContent } from "@/lib/engine/client";
import { ORIGINAL_BYTES_HEADER } from "@/lib/engine/http/documents/content-response";
import { unreachable } from "@/lib/engine/over-http/exchange";
import { fileNameOf } from "@/lib/platform/http/content-disposition";

/** The original bytes in a response. Throws CitadelError `engine_unreachable` when it does not say what they are. */
export function contentOf({ status, headers, body }: Response): DocumentContent {
  const totalBytes = Number(headers.get(ORIGINAL_BYTES_HEADER) ?? Number.NaN);
  const fileName = fileNameOf(headers.get("content-disposition"));
  const contentRange = headers.get("content-range");
  const contentLength = lengthOf(contentRange) ?? totalBytes;
  if (body === null || Number.isNaN(totalBytes) || fileName === undefined) throw unreachable(new Error("The content comes without its description."));
  return {
    status: status === 206 ? 206 : 200,
    contentType: headers.get("content-type") ?? "application/octet-stream",
    fileName,
    contentLength,
    totalBytes,
    ...(contentRange === null ? {} : { contentRange }),
    sha256: (headers.get("etag") ?? "").replaceAll('"', ""),
    body,
  };
}

/** The length of the range that a Content-Range names. */
function lengthOf(contentRange: string | null): number | undefined {
  const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(contentRange ?? "") ?? [];
  return first === undefined || last === undefined ? undefined : Number(last) - Number(first) + 1;
}

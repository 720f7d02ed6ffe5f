import "server-only";

import type { DocumentContent } from "@/lib/engine/client";
import { readProject } from "@/lib/engine/database";
import { shownVersion } from "@/lib/engine/documents/shown-version";
import type { ProjectScope } from "@/lib/engine/scope";
import { readBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { CitadelError } from "@/lib/platform/errors";
import { parseRange } from "@/lib/platform/http/range";

/**
 * The original bytes of the scope's document, or the range of them that a Range header's value asks for.
 *
 * @throws CitadelError `not_found`, `range_not_satisfiable`
 */
export async function getContent(scope: ProjectScope, documentId: string, range?: string): Promise<DocumentContent> {
  const { name, version } = await readProject(scope, (tx) => shownVersion(tx, scope, documentId));
  const total = Number(version.bytes);
  const asked = parseRange(range, total);
  if (asked === "unsatisfiable") throw new CitadelError("range_not_satisfiable", `The file has ${total} bytes; the range that was asked for lies outside of them.`);
  const dataKey = await openDataKey(scope.projectId);
  const facts = { contentType: version.contentType, fileName: name, sha256: version.sha256, totalBytes: total };
  if (asked === undefined) return { ...facts, status: 200, contentLength: total, body: readBlob(dataKey, version.blobName) };
  return {
    ...facts,
    status: 206,
    contentLength: asked.end - asked.start,
    contentRange: `bytes ${asked.start}-${asked.end - 1}/${total}`,
    body: readBlob(dataKey, version.blobName, asked),
  };
}

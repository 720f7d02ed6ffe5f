import "server-only";

import { z } from "zod";

import { readBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { parseRange } from "@/lib/platform/http/range";
import { savedFileResponse } from "@/lib/platform/http/saved-file-response";
import { withOrganisation } from "@/lib/portal/database";
import { defineOrganisationRoute } from "@/lib/portal/http/define-organisation-route";
import type { OrganisationScope } from "@/lib/portal/scope";
import { archiveBlob } from "@/lib/portal/transfer/transfer";

/** `GET /t/{org}/api/export`: a finished archive. A download that was cut off goes on with a Range request. */
export const downloadExport = defineOrganisationRoute({
  method: "GET",
  path: "/t/{org}/api/export",
  summary: "A finished export; Range requests work",
  permission: "data.leave",
  query: z.object({ id: z.string().max(100) }),
  responses: {
    200: { description: "The whole archive.", contentType: "application/zip" },
    206: { description: "The range that was asked for.", contentType: "application/zip" },
  },
  handle: (scope, { query, request }) => exportResponse(scope, query.id, request.headers.get("range")),
});

/** A finished archive of the scope's organisation on its way out, or the range of it that a `Range` header asks for. Throws CitadelError `not_found`, `range_not_satisfiable`. */
export async function exportResponse(scope: OrganisationScope, id: string, range: string | null): Promise<Response> {
  const { bytes, sha256 } = await finished(scope, id);
  const asked = parseRange(range, bytes);
  if (asked === "unsatisfiable") throw new CitadelError("range_not_satisfiable", `The archive has ${bytes} bytes; the range that was asked for lies outside of them.`);
  const key = await openDataKey(id);
  const facts = { contentType: "application/zip", fileName: `citadel-${scope.organisation.slug}.zip`, sha256 };
  if (asked === undefined) return savedFileResponse({ ...facts, status: 200, contentLength: bytes, body: readBlob(key, archiveBlob(id)) });
  const { start, end } = asked;
  return savedFileResponse({ ...facts, status: 206, contentLength: end - start, contentRange: `bytes ${start}-${end - 1}/${bytes}`, body: readBlob(key, archiveBlob(id), asked) });
}

async function finished(scope: OrganisationScope, id: string): Promise<{ bytes: number; sha256: string }> {
  const row = await withOrganisation(scope, (tx) => tx.transfer.findFirst({ where: { organisationId: scope.organisation.id, id, kind: "export", status: "ready" } }));
  if (row === null || row.bytes === null || row.sha256 === null) throw notFound();
  return { bytes: Number(row.bytes), sha256: row.sha256 };
}

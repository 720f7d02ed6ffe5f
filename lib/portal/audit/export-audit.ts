import "server-only";

import type { AuditRecord } from "@/lib/portal/audit/audit-event";
import { auditFilter, readChain, readFiltered } from "@/lib/portal/audit/list-audit";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { defineOrganisationRoute } from "@/lib/portal/http/define-organisation-route";
import { attachment } from "@/lib/platform/http/content-disposition";

/** Which rows; without any of these it is the whole log. */
const exportQuery = auditFilter.pick({ area: true, action: true, actorId: true, from: true, until: true });

/**
 * `GET /t/{org}/api/audit`: the organisation's whole log, one JSON row a line and oldest first, for `npm run verify-audit`; the export itself is its last row. With
 * a filter only the rows it wants, newest first: of those each can be found in the whole, and no chain can be verified.
 */
export const exportAudit = defineOrganisationRoute({
  method: "GET",
  path: "/t/{org}/api/audit",
  summary: "The audit log as JSON lines, oldest first; filtered, newest first",
  permission: "audit.read",
  query: exportQuery,
  responses: { 200: { description: "One row a line.", contentType: "application/x-ndjson" } },
  async handle(scope, { query }) {
    const isWhole = Object.values(query).every((value) => value === undefined);
    const wanted = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    await withOrganisation(scope, (tx) => recordAudit(tx, scope, { action: "audit.exported", after: wanted }));
    return new Response(linesOf(isWhole ? readChain(scope) : readFiltered(scope, auditFilter.parse(wanted))), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": attachment(`audit-${scope.organisation.slug}${isWhole ? "" : "-part"}.jsonl`),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
});

/** Rows as JSON lines, read as they are taken. */
export function linesOf(batches: AsyncGenerator<AuditRecord[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await batches.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value.map((row) => `${JSON.stringify(row)}\n`).join("")));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}

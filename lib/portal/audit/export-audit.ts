import "server-only";

import { readChain } from "@/lib/portal/audit/list-audit";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { defineOrganisationRoute } from "@/lib/portal/http/define-organisation-route";
import { attachment } from "@/lib/platform/http/content-disposition";
import type { OrganisationScope } from "@/lib/portal/scope";

/** `GET /t/{org}/api/audit`: the organisation's whole log, one JSON row a line, for `npm run verify-audit`. The export itself is its last row. */
export const exportAudit = defineOrganisationRoute({
  method: "GET",
  path: "/t/{org}/api/audit",
  summary: "The audit log as JSON lines, oldest first",
  permission: "audit.read",
  responses: { 200: { description: "One row a line.", contentType: "application/x-ndjson" } },
  async handle(scope) {
    await withOrganisation(scope, (tx) => recordAudit(tx, scope, { action: "audit.exported" }));
    return new Response(linesOf(scope), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": attachment(`audit-${scope.organisation.slug}.jsonl`),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
});

function linesOf(scope: OrganisationScope): ReadableStream<Uint8Array> {
  const batches = readChain(scope);
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

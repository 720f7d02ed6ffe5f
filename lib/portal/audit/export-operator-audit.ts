import "server-only";

import { linesOf } from "@/lib/portal/audit/export-audit";
import { recordOperatorAudit, readOperatorLog } from "@/lib/portal/audit/operator-log";
import { withOperator } from "@/lib/portal/database";
import { requireOperator } from "@/lib/portal/sessions/from-session";
import { attachment } from "@/lib/platform/http/content-disposition";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /api/audit`: the operator's own log, one JSON row a line and oldest first, for `npm run verify-audit`; the export itself is its last row. */
export const exportOperatorAudit = defineRoute(
  { credential: "session", authenticate: requireOperator },
  {
    method: "GET",
    path: "/api/audit",
    summary: "The operator's own audit log as JSON lines, oldest first",
    responses: { 200: { description: "One row a line.", contentType: "application/x-ndjson" } },
    async handle({ caller }) {
      await withOperator((tx) => recordOperatorAudit(tx, caller, { action: "operator-audit.exported" }));
      return new Response(linesOf(readOperatorLog()), {
        headers: {
          "content-type": "application/x-ndjson; charset=utf-8",
          "content-disposition": attachment("audit-operator.jsonl"),
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        },
      });
    },
  },
);

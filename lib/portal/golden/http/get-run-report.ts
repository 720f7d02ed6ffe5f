import "server-only";

import { z } from "zod";

import { runParams } from "@/lib/portal/golden/http/get-run";
import { textFile } from "@/lib/portal/golden/http/text-file";
import { runReport } from "@/lib/portal/golden/runs/run-report";
import { runCsv, signedRun } from "@/lib/portal/golden/runs/run-statement";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";

/** `GET /t/{org}/{project}/api/golden/runs/{run}/report?format=json|csv` */
export const getRunReport = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/golden/runs/{run}/report",
  summary: "A run for an auditor: signed JSON, or a table whose sha256 the JSON holds",
  permission: "golden.read",
  params: runParams,
  query: z.object({ format: z.enum(["json", "csv"]) }),
  responses: { 200: { description: "The file." } },
  async handle(scope, { params, query }) {
    const report = await runReport(scope, params.run);
    const name = `golden-run-${params.run}.${query.format}`;
    return query.format === "csv" ? textFile(name, runCsv(report)) : textFile(name, `${JSON.stringify(signedRun(scope, report), null, 2)}\n`);
  },
});

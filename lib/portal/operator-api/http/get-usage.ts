import "server-only";

import { z } from "zod";

import { attachment } from "@/lib/platform/http/content-disposition";
import { defineRoute } from "@/lib/platform/http/define-route";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { monthCsv, monthOfUsage, monthOfUsageSchema, usageMonth } from "@/lib/portal/usage/month-of-usage";

/** `GET /api/v1/usage`: what is billed by. */
export const getUsage = defineRoute(operatorApiGuard, {
  method: "GET",
  path: "/api/v1/usage",
  summary: "What every customer used in a month (UTC), project by project: counts, no content; as JSON, or as a file with format=csv",
  query: z.object({ month: usageMonth, format: z.enum(["json", "csv"]).default("json") }),
  responses: { 200: { description: "The month.", schema: monthOfUsageSchema } },
  async handle({ query: { month, format } }) {
    const data = await monthOfUsage(month);
    if (format === "json") return { status: 200, body: { month, data } };
    return new Response(monthCsv(month, data), {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(`usage-${month}.csv`), "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  },
});

import "server-only";

import { z } from "zod";

import { defineRoute } from "@/lib/platform/http/define-route";
import { graceDays } from "@/lib/portal/leaving/deletion";
import { customerDeletionSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { deleteCustomer as end } from "@/lib/portal/operator-api/delete-customer";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";

/** `DELETE /api/v1/customers/{id}` */
export const deleteCustomer = defineRoute(operatorApiGuard, {
  method: "DELETE",
  path: "/api/v1/customers/{id}",
  summary: "End a customer: it is shut and its keys are refused at once; when the time of grace (graceDays, default DELETION_GRACE_DAYS; 0: none) is over everything goes, and a signed receipt stays",
  params: customerPath,
  query: z.object({ graceDays: graceDays.optional() }),
  responses: { 202: { description: "How far the deletion is.", schema: customerDeletionSchema } },
  async handle({ caller, params, query }) {
    return { status: 202, body: await end(params.id, caller, query.graceDays) };
  },
});

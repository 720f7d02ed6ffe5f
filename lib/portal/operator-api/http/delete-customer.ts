import "server-only";

import { defineRoute } from "@/lib/platform/http/define-route";
import { customerDeletionSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { deleteCustomer as end } from "@/lib/portal/operator-api/delete-customer";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";

/** `DELETE /api/v1/customers/{id}` */
export const deleteCustomer = defineRoute(operatorApiGuard, {
  method: "DELETE",
  path: "/api/v1/customers/{id}",
  summary: "End a customer, for good: it is shut and its keys die at once, its documents go in the background; ask again to see how far that is",
  params: customerPath,
  responses: { 202: { description: "How far the deletion is.", schema: customerDeletionSchema } },
  async handle({ caller, params }) {
    return { status: 202, body: await end(params.id, caller) };
  },
});

import "server-only";

import { defineRoute } from "@/lib/platform/http/define-route";
import { renameCustomer } from "@/lib/portal/operator-api/change-customer";
import { changeCustomerInput, customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomer } from "@/lib/portal/operator-api/read-customers";

/** `PATCH /api/v1/customers/{id}` */
export const changeCustomer = defineRoute(operatorApiGuard, {
  method: "PATCH",
  path: "/api/v1/customers/{id}",
  summary: "Give a customer another name; its address stays",
  params: customerPath,
  body: changeCustomerInput,
  responses: { 200: { description: "The customer.", schema: customerDetailSchema } },
  async handle({ caller, params, body }) {
    await renameCustomer(params.id, body.name, caller);
    return { status: 200, body: await readCustomer(params.id) };
  },
});

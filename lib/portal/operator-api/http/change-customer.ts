import "server-only";

import { defineRoute } from "@/lib/platform/http/define-route";
import { renameCustomer } from "@/lib/portal/operator-api/change-customer";
import { changeCustomerInput, customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomer } from "@/lib/portal/operator-api/read-customers";
import { limitsOf } from "@/lib/portal/quota/list-quotas";
import { setQuota } from "@/lib/portal/quota/set-quota";

/** `PATCH /api/v1/customers/{id}` */
export const changeCustomer = defineRoute(operatorApiGuard, {
  method: "PATCH",
  path: "/api/v1/customers/{id}",
  summary: "Give a customer another name (its address stays), or other limits",
  params: customerPath,
  body: changeCustomerInput,
  responses: { 200: { description: "The customer.", schema: customerDetailSchema } },
  async handle({ caller, params, body }) {
    const { name, limits } = body;
    if (name !== undefined) await renameCustomer(params.id, name, caller);
    if (limits !== undefined) await setQuota(params.id, { ...(await limitsOf(params.id)), ...limits }, caller);
    return { status: 200, body: await readCustomer(params.id) };
  },
});

import "server-only";

import { defineRoute } from "@/lib/platform/http/define-route";
import { setCustomerStatus } from "@/lib/portal/operator-api/change-customer";
import { customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomer } from "@/lib/portal/operator-api/read-customers";

/** `POST /api/v1/customers/{id}/suspend` */
export const suspendCustomer = defineRoute(operatorApiGuard, {
  method: "POST",
  path: "/api/v1/customers/{id}/suspend",
  summary: "Shut a customer: its people find nothing at its addresses until it is resumed; nothing is lost",
  params: customerPath,
  responses: { 200: { description: "The customer.", schema: customerDetailSchema } },
  async handle({ caller, params }) {
    await setCustomerStatus(params.id, "suspended", caller);
    return { status: 200, body: await readCustomer(params.id) };
  },
});

import "server-only";

import { defineRoute } from "@/lib/platform/http/define-route";
import { customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomer } from "@/lib/portal/operator-api/read-customers";

/** `GET /api/v1/customers/{id}` */
export const getCustomer = defineRoute(operatorApiGuard, {
  method: "GET",
  path: "/api/v1/customers/{id}",
  summary: "One customer, with the totals of its projects",
  params: customerPath,
  responses: { 200: { description: "The customer.", schema: customerDetailSchema } },
  async handle({ params }) {
    return { status: 200, body: await readCustomer(params.id) };
  },
});

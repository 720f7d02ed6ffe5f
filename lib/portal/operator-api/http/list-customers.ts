import "server-only";

import { listQuery } from "@/lib/engine/contract";
import { defineRoute } from "@/lib/platform/http/define-route";
import { customerListSchema } from "@/lib/portal/operator-api/customer";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomers } from "@/lib/portal/operator-api/read-customers";

/** `GET /api/v1/customers` */
export const listCustomers = defineRoute(operatorApiGuard, {
  method: "GET",
  path: "/api/v1/customers",
  summary: "List the customers, oldest first",
  query: listQuery,
  responses: { 200: { description: "One page of the list.", schema: customerListSchema } },
  async handle({ query }) {
    return { status: 200, body: await readCustomers(query) };
  },
});

import "server-only";

import { z } from "zod";

import { defineRoute } from "@/lib/platform/http/define-route";
import { deletionSchema } from "@/lib/portal/leaving/deletion";
import { findDeletion, listDeletions as readDeletions } from "@/lib/portal/leaving/list-deletions";
import { customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { customerPath } from "@/lib/portal/operator-api/customer-path";
import { undoCustomerDeletion } from "@/lib/portal/operator-api/delete-customer";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";
import { readCustomer } from "@/lib/portal/operator-api/read-customers";

/** `POST /api/v1/customers/{id}/undo-deletion` */
export const undoDeletion = defineRoute(operatorApiGuard, {
  method: "POST",
  path: "/api/v1/customers/{id}/undo-deletion",
  summary: "Take back a customer's deletion that is not due yet; asking stays off until an admin switches it on",
  params: customerPath,
  responses: { 200: { description: "The customer.", schema: customerDetailSchema } },
  async handle({ caller, params }) {
    await undoCustomerDeletion(params.id, caller);
    return { status: 200, body: await readCustomer(params.id) };
  },
});

/** `GET /api/v1/deletions` */
export const listDeletions = defineRoute(operatorApiGuard, {
  method: "GET",
  path: "/api/v1/deletions",
  summary: "The newest 500 deletions of customers and projects, with the receipts of those that are done",
  responses: { 200: { description: "The deletions.", schema: z.object({ data: z.array(deletionSchema) }) } },
  async handle() {
    return { status: 200, body: { data: await readDeletions() } };
  },
});

/** `GET /api/v1/deletions/{id}` */
export const getDeletion = defineRoute(operatorApiGuard, {
  method: "GET",
  path: "/api/v1/deletions/{id}",
  summary: "One deletion; its receipt stays when the customer is gone",
  params: z.object({ id: z.string().regex(/^del_[0-9a-z]{1,60}$/) }),
  responses: { 200: { description: "The deletion.", schema: deletionSchema } },
  async handle({ params }) {
    return { status: 200, body: await findDeletion(params.id) };
  },
});

import "server-only";

import { z } from "zod";

import { defineRoute } from "@/lib/platform/http/define-route";
import { validated } from "@/lib/platform/http/validated";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { createCustomerInput, createdCustomerSchema } from "@/lib/portal/operator-api/customer";
import { operatorApiGuard } from "@/lib/portal/operator-api/guard";

const IDEMPOTENCY_KEY = "Idempotency-Key";

const headers = z.object({
  [IDEMPOTENCY_KEY]: z.string().trim().min(8, "must be at least 8 characters").max(190).describe("Chosen by the sender, the same for every try of one request"),
});

/** `POST /api/v1/customers` */
export const createCustomer = defineRoute(operatorApiGuard, {
  method: "POST",
  path: "/api/v1/customers",
  summary: "Create a customer whole: organisation, projects, keys, and its owner's invitation; the same request again gives the same customer",
  headers,
  body: createCustomerInput,
  responses: { 201: { description: "The customer, complete.", schema: createdCustomerSchema } },
  async handle({ caller, body, request }) {
    const { [IDEMPOTENCY_KEY]: key } = validated(headers, { [IDEMPOTENCY_KEY]: request.headers.get(IDEMPOTENCY_KEY) ?? "" });
    // A namespace of its own: the desk's form chooses keys as well.
    const { organisationId: id, ...customer } = await onboardCustomer({ ...body, idempotencyKey: `api ${key}` }, undefined, caller);
    return { status: 201, body: { id, ...customer } };
  },
});

import { z } from "zod";

import { environment } from "@/lib/engine/contract";
import { newCustomerInput } from "@/lib/portal/onboarding/new-customer";
import { quotaSchema } from "@/lib/portal/quota/quota";

/** `active`: its people work; `suspended`: nobody gets in until it is resumed; `deleting`: shut, and gone when its deletion is due. */
export const customerStatus = z.enum(["active", "suspended", "deleting"]);

const projectSchema = z.object({ id: z.string(), slug: z.string(), name: z.string(), environment, productLine: z.string().nullable() });

/** A customer as the API shows it: names and states, and nothing of its people or content. */
export const customerSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  status: customerStatus,
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  projects: z.array(projectSchema),
});

const totalsSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("counted"), documents: z.int(), chunks: z.int(), bytes: z.int() }),
  z.object({ state: z.literal("absent") }).describe("The engine does not know the project any more."),
  z.object({ state: z.literal("unreachable") }).describe("The engine does not answer at the moment."),
]);

/** A customer with its limits, and with what the engine counts for each project. */
export const customerDetailSchema = customerSchema.extend({ limits: quotaSchema, projects: z.array(projectSchema.extend({ totals: totalsSchema })) });

/** One page of customers. */
export const customerListSchema = z.object({ data: z.array(customerSchema), nextCursor: z.string().nullable() });

/** A new customer, as the body of a request; its idempotency key is a header. */
export const createCustomerInput = newCustomerInput.omit({ idempotencyKey: true });

/** What is answered for a new customer. */
export const createdCustomerSchema = z.object({
  id: z.string(),
  slug: z.string(),
  projects: z.array(projectSchema),
  /** For the customer's first owner; it works once, for seven days. */
  invitationUrl: z.string(),
});

/** What can be changed of a customer. */
export const changeCustomerInput = z
  .object({
    name: newCustomerInput.shape.name.optional(),
    limits: quotaSchema.partial().optional().describe("What stands here is changed; null takes a limit away"),
  })
  .refine(({ name, limits }) => name !== undefined || limits !== undefined, { path: ["name"], message: "is missing: send a name or limits" });

/** A customer's deletion that is asked for: when it is due, and how far it is. */
export const customerDeletionSchema = z.object({
  id: z.string(),
  status: z.literal("deleting"),
  /** Where it can be followed, and its receipt read when the customer is gone: /api/v1/deletions/{id}. */
  deletionId: z.string(),
  /** ISO 8601 UTC: until then it can be undone. */
  dueAt: z.string(),
  projects: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** `waiting`: shut, and everything is kept; `pending`: it is going. When all is gone, so is the customer, and the deletion has its receipt. */
      deletion: z.enum(["waiting", "pending"]),
    }),
  ),
});

/** A customer of the list. */
export type ApiCustomer = z.output<typeof customerSchema>;
/** {@link customerDetailSchema}, read. */
export type ApiCustomerDetail = z.output<typeof customerDetailSchema>;
/** {@link customerDeletionSchema}, read. */
export type CustomerDeletion = z.output<typeof customerDeletionSchema>;

import { z } from "zod";

import { signedReceipt } from "@/lib/portal/leaving/receipt";

/** `waiting`: it can be undone until it is due; `running`: it cannot. */
export const deletionStatus = z.enum(["waiting", "running", "undone", "done"]);

/** A deletion, as admins, the desk and the operator API see it. */
export const deletionSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  /** Null for the whole customer. */
  projectId: z.string().nullable(),
  customer: z.string(),
  /** The name of what is deleted. */
  name: z.string(),
  status: deletionStatus,
  askedBy: z.string(),
  /** ISO 8601 UTC. */
  askedAt: z.string(),
  dueAt: z.string(),
  finishedAt: z.string().nullable(),
  receipt: signedReceipt.nullable(),
});

/** {@link deletionSchema}, read. */
export type Deletion = z.output<typeof deletionSchema>;

/** How many days a deletion can be undone. */
export const graceDays = z.coerce.number().int().min(0, "must be 0 or more").max(365, "must be at most 365 days");

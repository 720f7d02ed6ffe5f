import { z } from "zod";

/** A customer's id. */
export const customerId = z.string().regex(/^org_[0-9a-z]{1,60}$/);

/** Parameters of a customer's address. What cannot be an id names nothing, and is answered like anything absent. */
export const customerPath = z.object({ id: customerId });

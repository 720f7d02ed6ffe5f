import { z } from "zod";

/** The parameters of a document's address. What can be no id is answered like a document that is not there. */
export const documentPath = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) });

import { z } from "zod";

import { documentSchema, type EngineDocument, listOf } from "@/lib/engine/contract";

/** What the portal knows of a document besides what the engine says. */
export const documentCare = z.object({
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  isStale: z.boolean(),
  source: z.object({ name: z.string(), link: z.string().nullable() }).nullable(),
});

/** A list as the portal gives it. */
export const caredListSchema = listOf(documentSchema.extend({ care: documentCare }));

/** A document, with what the portal knows of it where that has been read. */
export type CaredDocument = EngineDocument & { care?: z.output<typeof documentCare> };

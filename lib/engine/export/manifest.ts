import { z } from "zod";

import { documentStatus } from "@/lib/engine/contract";

/** What stands in an archive: its length and digest, by the entry's name. */
export const entryFacts = z.object({ bytes: z.int().min(0), sha256: z.string() });

/** A document of an export, with the entries that hold it. */
export const exportedDocument = z.object({
  id: z.string(),
  name: z.string(),
  status: documentStatus,
  contentType: z.string(),
  pageCount: z.int(),
  /** Entry of the original bytes: of the version that answers, or of the newest while none does. */
  original: z.string(),
  /** Entry of the pages: a JSON list. */
  pages: z.string(),
});

/** `manifest.json` of `GET /v1/export`. */
export const engineManifest = z.object({
  format: z.literal("citadel-project"),
  version: z.literal(1),
  /** ISO 8601 UTC. */
  exportedAt: z.string(),
  documents: z.array(exportedDocument),
  /** Every other entry. */
  entries: z.record(z.string(), entryFacts),
});

/** {@link exportedDocument}, read. */
export type ExportedDocument = z.output<typeof exportedDocument>;

import { z } from "zod";

/** `manifest.json` of an export, as it is signed. */
export const exportManifest = z.object({
  format: z.literal("citadel-export"),
  version: z.literal(1),
  /** ISO 8601 UTC. */
  exportedAt: z.string(),
  customer: z.object({ name: z.string(), slug: z.string() }),
  /** Everything of the customer, or one project. */
  whole: z.boolean(),
  projects: z.array(z.object({ slug: z.string(), name: z.string(), environment: z.string() })),
  /** Every other entry of the archive. */
  entries: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string() })),
});

/** {@link exportManifest}, read. */
export type ExportManifest = z.output<typeof exportManifest>;

/** The manifest with the signature over its canonical JSON. */
export const signedManifest = z.object({
  payload: exportManifest,
  signature: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string(), value: z.string() }),
});

/** The entries of a project that an import reads. */
export const DOCUMENTS = "documents.json";
export const QUESTIONS = "golden-questions.json";
export const SETTINGS = "settings.json";

/** A document of a project's `documents.json`. */
export const listedDocument = z.object({ name: z.string(), status: z.string(), pageCount: z.int(), original: z.string(), pages: z.string() });

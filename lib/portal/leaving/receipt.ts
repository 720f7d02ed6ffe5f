import { z } from "zod";

const probe = z.object({
  /** What was asked with the deleted project's key, as the prover asks it. */
  asked: z.string(),
  project: z.string(),
  expected: z.literal("refused"),
  /** The code of the refusal, or `answered`. */
  got: z.string(),
});

/** What is left to show of a deletion: counts and times, no content. */
export const receiptPayload = z.object({
  format: z.literal("citadel-deletion-receipt"),
  version: z.literal(1),
  id: z.string(),
  /** The name of the customer, and of the project when only that was deleted. */
  customer: z.string(),
  project: z.string().nullable(),
  askedBy: z.string(),
  /** ISO 8601 UTC. */
  askedAt: z.string(),
  finishedAt: z.string(),
  engine: z.array(z.object({ project: z.string(), documents: z.int(), chunks: z.int(), bytes: z.number(), goneAt: z.string().nullable() })),
  /** Rows of the portal by table: as many as there were, and as many as there are. */
  rows: z.record(z.string(), z.object({ before: z.int(), after: z.int() })),
  /** Accounts of people who belonged to this customer alone. */
  accounts: z.int(),
  /** Exports and imports whose bytes and keys were destroyed. */
  archives: z.int(),
  /** Rows of the audit log that went, and the hash (hex) of the last of them: an export of the log is still proved by it. Null for a project, whose customer keeps its log. */
  audit: z.object({ erased: z.int(), lastHash: z.string() }).nullable(),
  probes: z.array(probe),
  backups: z.object({
    /** For how many days the operator keeps backups of the database. */
    days: z.int(),
    /** The day (ISO 8601) on which the last backup that holds the text is gone. */
    textGoneBy: z.string(),
    said: z.string(),
  }),
});

/** {@link receiptPayload}, read. */
export type ReceiptPayload = z.output<typeof receiptPayload>;

/** A receipt with the signature over its canonical JSON. */
export const signedReceipt = z.object({
  payload: receiptPayload,
  signature: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string(), value: z.string() }),
});

/** {@link signedReceipt}, read. */
export type SignedReceipt = z.output<typeof signedReceipt>;

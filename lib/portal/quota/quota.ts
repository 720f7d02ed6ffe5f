import { z } from "zod";

/** What the operator can limit for a customer: questions a month, documents and bytes held, members. */
export const METRICS = ["questions", "documents", "bytes", "members"] as const;
/** One of {@link METRICS}. */
export type Metric = (typeof METRICS)[number];

const limit = z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/** The limits of a customer; null for none. */
export const quotaSchema = z.object({
  questions: limit.describe("Questions a month (UTC)"),
  documents: limit.describe("Documents in all projects together"),
  bytes: limit.describe("Bytes of stored originals in all projects together"),
  members: limit.describe("Members, open invitations included"),
});
/** {@link quotaSchema}, read. */
export type Quota = z.output<typeof quotaSchema>;

/** No limits. */
export const UNLIMITED: Quota = { questions: null, documents: null, bytes: null, members: null };

/** Where warnings begin, in percent. */
export const WARN_PERCENT = 80;

/** What people read. */
export const METRIC_WORDS: Readonly<Record<Metric, string>> = { questions: "questions this month", documents: "documents", bytes: "bytes of documents", members: "members and invitations" };

/** How much of a limit is used, in whole percent, rounded down; a limit of 0 is used up. */
export function percentOf(used: number, most: number): number {
  return most === 0 ? 100 : Math.floor((used * 100) / most);
}

interface QuotaRow {
  questions: bigint | null;
  documents: bigint | null;
  bytes: bigint | null;
  members: bigint | null;
}

/** The limits of a row. */
export function quotaOf(row: QuotaRow | null): Quota {
  if (row === null) return UNLIMITED;
  const read = (value: bigint | null) => (value === null ? null : Number(value));
  return { questions: read(row.questions), documents: read(row.documents), bytes: read(row.bytes), members: read(row.members) };
}

import { dayOf } from "@/lib/portal/usage/period";

/** The counters of one project on one day (UTC). Null: nobody measured that day. */
export interface DayOfUsage {
  /** `2026-11-25` */
  day: string;
  questions: number;
  uncertain: number;
  refused: number;
  people: number;
  /** Answers by how long they took, in the steps of `answer-times.ts`. */
  times: readonly number[];
  documents: number | null;
  bytes: number | null;
  pages: number | null;
  tokens: number | null;
}

/** A day as the database keeps it. */
export interface UsageRow extends Omit<DayOfUsage, "day" | "bytes" | "tokens"> {
  day: Date;
  bytes: bigint | null;
  tokens: bigint | null;
}

/** A row, read. */
export function dayOfUsage({ day, questions, uncertain, refused, people, times, documents, bytes, pages, tokens }: UsageRow): DayOfUsage {
  const counts = { questions, uncertain, refused, people, times, documents, pages };
  return { ...counts, day: dayOf(day), bytes: bytes === null ? null : Number(bytes), tokens: tokens === null ? null : Number(tokens) };
}

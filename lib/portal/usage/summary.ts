import { percentile, together } from "@/lib/portal/usage/answer-times";
import type { DayOfUsage } from "@/lib/portal/usage/usage-day";

/** Counters of some time together. */
export interface UsageSummary {
  questions: number;
  uncertain: number;
  refused: number;
  /** Half of all answers, and 95 of 100, took no longer, in ms; null without answers. */
  p50Ms: number | null;
  p95Ms: number | null;
  /** What was held when last measured. */
  documents: number;
  bytes: number;
  pages: number;
  /** A language model's, all days together. */
  tokens: number;
}

/** The days of one project, oldest first, together. */
export function summaryOf(days: readonly DayOfUsage[]): UsageSummary {
  const times = together(days.map((day) => day.times));
  const sum = (count: (day: DayOfUsage) => number | null) => days.reduce((total, day) => total + (count(day) ?? 0), 0);
  const measured = days.findLast(({ documents }) => documents !== null);
  return {
    questions: sum((day) => day.questions),
    uncertain: sum((day) => day.uncertain),
    refused: sum((day) => day.refused),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    documents: measured?.documents ?? 0,
    bytes: measured?.bytes ?? 0,
    pages: measured?.pages ?? 0,
    tokens: sum((day) => day.tokens),
  };
}

import { percentile, together } from "@/lib/portal/usage/answer-times";
import { dayOf } from "@/lib/portal/usage/period";
import type { DayOfUsage } from "@/lib/portal/usage/usage-day";
import type { ProjectDays } from "@/lib/portal/usage/usage-of";

/** A day of one or more projects together; null: nobody measured, or nothing was answered. */
export interface ShownDay extends Omit<DayOfUsage, "times"> {
  p50Ms: number | null;
  p95Ms: number | null;
}

const DAY_MS = 86_400_000;

/** Every day between two, both included, those without anything as well. People of several projects are counted in each. */
export function shownDays(projects: readonly ProjectDays[], { from, until }: { from: string; until: string }): ShownDay[] {
  const counted = projects.flatMap(({ days }) => days);
  const count = Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, place) => {
    const day = dayOf(new Date(Date.parse(from) + place * DAY_MS));
    return shownDay(day, counted.filter((row) => row.day === day));
  });
}

function shownDay(day: string, rows: readonly DayOfUsage[]): ShownDay {
  const sum = (count: (row: DayOfUsage) => number) => rows.reduce((total, row) => total + count(row), 0);
  const measured = (count: (row: DayOfUsage) => number | null) => (rows.every((row) => count(row) === null) ? null : sum((row) => count(row) ?? 0));
  const times = together(rows.map((row) => row.times));
  return {
    day,
    questions: sum((row) => row.questions),
    uncertain: sum((row) => row.uncertain),
    refused: sum((row) => row.refused),
    people: sum((row) => row.people),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    documents: measured((row) => row.documents),
    bytes: measured((row) => row.bytes),
    pages: measured((row) => row.pages),
    tokens: measured((row) => row.tokens),
  };
}

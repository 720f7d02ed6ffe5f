import { csvOf } from "@/lib/platform/csv";
import { percentile } from "@/lib/portal/usage/answer-times";
import type { ProjectDays } from "@/lib/portal/usage/usage-of";

const HEADER = ["day", "project", "questions", "uncertain", "refused", "people", "p50_ms", "p95_ms", "documents", "bytes", "pages", "tokens"];

/** Every day of every project as a file. */
export function daysCsv(projects: readonly ProjectDays[]): string {
  return csvOf([
    HEADER,
    ...projects.flatMap(({ slug, days }) =>
      days.map((day) => [day.day, slug, day.questions, day.uncertain, day.refused, day.people, percentile(day.times, 0.5), percentile(day.times, 0.95), day.documents, day.bytes, day.pages, day.tokens]),
    ),
  ]);
}

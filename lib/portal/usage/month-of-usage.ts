import "server-only";

import { z } from "zod";

import { withOperator } from "@/lib/portal/database";
import { csvOf } from "@/lib/platform/csv";
import { summaryOf, type UsageSummary } from "@/lib/portal/usage/summary";
import { dayOfUsage, type UsageRow } from "@/lib/portal/usage/usage-day";
import { lastDayOf } from "@/lib/portal/usage/period";
import type { CustomerRow } from "@/lib/portal/operators/list-customers";

/** `2026-11` */
export const usageMonth = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, "must be a month: 2026-11");

const count = z.int().min(0);
/** What one project of a customer used in a month. Counts, no content. */
export const projectMonthSchema = z.object({
  customerId: z.string(),
  customerName: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  environment: z.string(),
  questions: count,
  uncertain: count,
  refused: count,
  people: count.describe("Different people who asked in the month"),
  p50Ms: count.nullable().describe("Half of the answers took no longer; at most a fifth too long"),
  p95Ms: count.nullable(),
  documents: count.describe("Held when last measured in the month"),
  bytes: count,
  pages: count,
  tokens: count.describe("A language model's"),
});
/** A month of all customers. */
export const monthOfUsageSchema = z.object({ month: usageMonth, data: z.array(projectMonthSchema) });

/** {@link projectMonthSchema}, read. */
export type ProjectMonth = z.output<typeof projectMonthSchema>;

interface OwnedRow extends UsageRow {
  projectId: string;
}

/** What every customer used in a month (UTC), project by project; those that used nothing as well. For the operator's desk and API, which ask for an operator first. */
export async function monthOfUsage(month: string): Promise<ProjectMonth[]> {
  const first = `${month}-01`;
  const [customers, rows, people] = await withOperator(async (tx) => [
    await tx.$queryRaw<CustomerRow[]>`SELECT * FROM portal.list_customers() WHERE project_id IS NOT NULL ORDER BY organisation_name, organisation_id, project_id`,
    await tx.$queryRaw<OwnedRow[]>`
      SELECT project_id AS "projectId", day, questions, uncertain, refused, people, times, documents, bytes, pages, tokens FROM portal.list_usage(${first}::date, ${lastDayOf(first)}::date)`,
    await tx.$queryRaw<{ project_id: string; people: number }[]>`SELECT project_id, people FROM portal.list_usage_people(${first}::date)`,
  ]);
  const peopleOf = new Map(people.map((row) => [row.project_id, row.people]));
  return customers.map((row) => {
    const projectId = row.project_id ?? "";
    const summary = summaryOf(rows.filter((counted) => counted.projectId === projectId).map(dayOfUsage));
    return monthOf(row, { ...summary, people: peopleOf.get(projectId) ?? 0 });
  });
}

function monthOf(row: CustomerRow, used: UsageSummary & { people: number }): ProjectMonth {
  const owner = { customerId: row.organisation_id, customerName: row.organisation_name };
  return { ...owner, projectId: row.project_id ?? "", projectName: row.project_name, environment: row.environment, ...used };
}

/** A month as a file. */
export function monthCsv(month: string, data: readonly ProjectMonth[]): string {
  const names = ["customerId", "customerName", "projectId", "projectName", "environment", "questions", "uncertain", "refused", "people", "p50Ms", "p95Ms", "documents", "bytes", "pages", "tokens"] as const;
  return csvOf([["month", ...names], ...data.map((row) => [month, ...names.map((name) => row[name])])]);
}

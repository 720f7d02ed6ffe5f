import "server-only";

import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { recordsToCsv } from "@/lib/portal/golden/transfer/csv-records";
import { FORMAT, FORMAT_VERSION, recordOf } from "@/lib/portal/golden/transfer/question-record";
import { listMembers } from "@/lib/portal/members/list-members";
import type { TenantScope } from "@/lib/portal/scope";

/** The project's golden questions as a file's text. */
export async function exportQuestions(scope: TenantScope, format: "csv" | "json"): Promise<string> {
  const [questions, members] = await Promise.all([listGoldenQuestions(scope), listMembers(scope)]);
  const emails = new Map(members.map(({ personId, email }) => [personId, email]));
  const records = questions.map((question) => recordOf(question, (personId) => emails.get(personId)));
  if (format === "csv") return recordsToCsv(records);
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, questions: records }, null, 2)}\n`;
}

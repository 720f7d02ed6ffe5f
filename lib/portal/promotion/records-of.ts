import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import { toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import { type QuestionRecord, recordOf } from "@/lib/portal/golden/transfer/question-record";
import { listMembers } from "@/lib/portal/members/list-members";
import type { TenantScope } from "@/lib/portal/scope";

/** Chosen golden questions of another project of the scope's organisation, as they leave it. */
export async function recordsOf(scope: TenantScope, projectId: string, questionIds: readonly string[]): Promise<QuestionRecord[]> {
  if (questionIds.length === 0) return [];
  const emails = new Map((await listMembers(scope)).map(({ personId, email }) => [personId, email]));
  const rows = await withOrganisation(scope, (tx) =>
    tx.goldenQuestion.findMany({ where: { organisationId: scope.organisation.id, projectId, id: { in: [...questionIds] } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
  );
  return rows.map((row) => recordOf(toGoldenQuestion(row, null), (personId) => emails.get(personId)));
}

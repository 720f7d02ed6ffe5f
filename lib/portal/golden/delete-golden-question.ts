import "server-only";

import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Removes a question with the verdicts it got by itself; those of runs stay as part of the runs. Throws CitadelError `not_found`. */
export async function deleteGoldenQuestion(scope: TenantScope, id: string): Promise<void> {
  const [organisationId, projectId] = [scope.organisation.id, scope.project.id];
  await withOrganisation(scope, async (tx) => {
    const row = await tx.goldenQuestion.findFirst({ where: { organisationId, projectId, id }, select: { question: true } });
    if (row === null) throw notFound();
    await tx.goldenQuestion.deleteMany({ where: { organisationId, projectId, id } });
    await tx.goldenVerdict.deleteMany({ where: { organisationId, projectId, questionId: id, runId: null } });
    await recordAudit(tx, scope, { action: "golden.removed", target: { kind: "golden question", id, name: row.question } });
  });
}

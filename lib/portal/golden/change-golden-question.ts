import "server-only";

import { notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { withOrganisation } from "@/lib/portal/database";
import { type GoldenQuestion, type GoldenQuestionInput, goldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Changes what a question asks and expects. Its verdicts were about the old one and go, so that it counts as not run.
 *
 * @throws CitadelError `validation_failed`, `not_found`
 */
export async function changeGoldenQuestion(scope: TenantScope, id: string, input: GoldenQuestionInput): Promise<GoldenQuestion> {
  const { expectedDocument, ...rest } = validated(goldenQuestionInput, input);
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  const data = { ...rest, expectedDocumentId: expectedDocument?.id ?? null, expectedDocumentName: expectedDocument?.name ?? null };
  const row = await withOrganisation(scope, async (tx) => {
    const { count } = await tx.goldenQuestion.updateMany({ where, data });
    if (count === 0) throw notFound();
    await tx.goldenVerdict.deleteMany({ where: { organisationId: where.organisationId, questionId: id } });
    return tx.goldenQuestion.findFirstOrThrow({ where });
  });
  return toGoldenQuestion(row, null);
}

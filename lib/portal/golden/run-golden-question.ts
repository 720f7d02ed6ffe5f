import "server-only";

import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { withOrganisation } from "@/lib/portal/database";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";
import { toGoldenQuestion, toGoldenVerdict } from "@/lib/portal/golden/golden-row";
import { judge } from "@/lib/portal/golden/verdict";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/**
 * Asks a golden question as any end user would, judges the answer and keeps the verdict.
 *
 * @returns the question with its new verdict
 * @throws CitadelError `not_found`, and whatever the engine throws (then no verdict is kept)
 */
export async function runGoldenQuestion(scope: TenantScope, id: string): Promise<GoldenQuestion> {
  const organisationId = scope.organisation.id;
  const row = await withOrganisation(scope, (tx) => tx.goldenQuestion.findFirst({ where: { organisationId, projectId: scope.project.id, id } }));
  if (row === null) throw notFound();
  const question = toGoldenQuestion(row, null);
  const client = await openVault(scope);
  const answer = await client.chat({ question: question.question });
  const verdict = await withOrganisation(scope, (tx) =>
    tx.goldenVerdict.create({
      data: { organisationId, id: newId("run"), questionId: id, ...judge(question, answer), answer, ranBy: scope.person.personId },
    }),
  );
  return { ...question, latest: toGoldenVerdict(verdict) };
}

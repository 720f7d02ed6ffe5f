import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import { askGoldenQuestion } from "@/lib/portal/golden/ask-golden-question";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";
import { toAsked, toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import { keepVerdict } from "@/lib/portal/golden/keep-verdict";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/**
 * Asks one golden question as any end user would, judges the answer and keeps the verdict.
 *
 * @returns the question with its new verdict
 * @throws CitadelError `not_found`, and whatever the engine throws (then no verdict is kept)
 */
export async function runGoldenQuestion(scope: TenantScope, id: string): Promise<GoldenQuestion> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  const row = await withOrganisation(scope, (tx) => tx.goldenQuestion.findFirst({ where }));
  if (row === null) throw notFound();
  const asked = toAsked(row);
  const outcome = await askGoldenQuestion(await openVault(scope), asked);
  const latest = await withOrganisation(scope, (tx) => keepVerdict(tx, scope, { questionId: id, asked, run: null }, outcome));
  return toGoldenQuestion(row, latest);
}

import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";
import { toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import { latestVerdicts } from "@/lib/portal/golden/latest-verdicts";
import type { TenantScope } from "@/lib/portal/scope";

/** The project's golden questions, oldest first, each with its latest verdict. */
export async function listGoldenQuestions(scope: TenantScope): Promise<GoldenQuestion[]> {
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.goldenQuestion.findMany({
      where: { organisationId: scope.organisation.id, projectId: scope.project.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const verdicts = await latestVerdicts(tx, scope);
    return rows.map((row) => toGoldenQuestion(row, verdicts.get(row.id) ?? null));
  });
}

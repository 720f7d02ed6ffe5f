import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import { latestVerdicts } from "@/lib/portal/golden/latest-verdicts";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * The sentence that says which must-pass questions did not pass in the scope's project, by their latest verdicts and people's words against them, or null when none failed. Those that were chosen count; where
 * none was, documents go alone, and all of the project's do.
 */
export async function failedMustPass(tx: PortalTransaction, scope: TenantScope, chosen: readonly string[]): Promise<string | null> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const questions = await tx.goldenQuestion.findMany({
    where: { ...owner, mustPass: true, ...(chosen.length === 0 ? {} : { id: { in: [...chosen] } }) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, question: true },
  });
  const verdicts = await latestVerdicts(tx, scope);
  const failed = questions.filter(({ id }) => verdicts.get(id)?.passed !== true);
  const [first] = failed;
  if (first === undefined) return null;
  const ending = `did not pass in ${scope.project.name}, so nothing was copied.`;
  if (failed.length === 1) return `“${first.question}” must pass and ${ending} Mend it or leave it out, then promote again.`;
  return `${failed.length} questions that must pass, “${first.question}” among them, ${ending} Mend them or leave them out, then promote again.`;
}

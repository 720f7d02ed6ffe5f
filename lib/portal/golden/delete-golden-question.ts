import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Removes a question with its verdicts. Throws CitadelError `not_found`. */
export async function deleteGoldenQuestion(scope: TenantScope, id: string): Promise<void> {
  const { count } = await withOrganisation(scope, (tx) =>
    tx.goldenQuestion.deleteMany({ where: { organisationId: scope.organisation.id, projectId: scope.project.id, id } }),
  );
  if (count === 0) throw notFound();
}

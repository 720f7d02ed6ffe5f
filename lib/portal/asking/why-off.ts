import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Why end users cannot ask: it was never on, its answers are being checked after a change, or a person or the operator switched it off. */
export type WhyOff = "not-yet" | "checking" | "off";

/** Why "Ask your docs" is off in the scope's project, for the words that its end users read. Throws CitadelError `not_found`. */
export async function whyOff(scope: TenantScope): Promise<WhyOff> {
  const row = await withOrganisation(scope, (tx) =>
    tx.project.findFirst({
      where: { organisationId: scope.organisation.id, id: scope.project.id },
      select: { askingChangedAt: true, askingOffRun: true, askingStoppedAt: true },
    }),
  );
  if (row === null) throw notFound();
  if (row.askingStoppedAt !== null) return "off";
  if (row.askingOffRun !== null) return "checking";
  return row.askingChangedAt === null ? "not-yet" : "off";
}

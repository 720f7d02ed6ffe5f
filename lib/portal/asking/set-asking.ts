import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type AskingState, askingState, readGate } from "@/lib/portal/asking/asking-state";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Switches "Ask your docs" on or off for end users and records who did it and when. On needs an open gate, off is always allowed.
 *
 * @throws CitadelError `conflict` with what is missing when the gate is closed, `not_found`
 */
export async function setAsking(scope: TenantScope, enabled: boolean): Promise<AskingState> {
  if (enabled) {
    const gate = await readGate(scope);
    if (!gate.open) throw new CitadelError("conflict", gate.reason);
  }
  const { count } = await withOrganisation(scope, (tx) =>
    tx.project.updateMany({
      where: { organisationId: scope.organisation.id, id: scope.project.id },
      data: { askingEnabled: enabled, askingChangedAt: new Date(), askingChangedBy: scope.person.personId },
    }),
  );
  if (count === 0) throw notFound();
  log.info({ organisationId: scope.organisation.id, projectId: scope.project.id, personId: scope.person.personId, enabled }, "asking switched");
  return askingState(scope);
}

import "server-only";

import { notFound } from "@/lib/platform/errors";
import { type Gate, gateOf } from "@/lib/portal/asking/gate";
import { withOrganisation } from "@/lib/portal/database";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import type { TenantScope } from "@/lib/portal/scope";

/** "Ask your docs" for end users: whether it is on, since when, by whom, and whether it may be switched on. */
export interface AskingState {
  enabled: boolean;
  /** ISO 8601 UTC; null when it was never switched. */
  changedAt: string | null;
  /** The name of who switched it last; null when it was never switched or they have left. */
  changedBy: string | null;
  gate: Gate;
}

/** The state of "Ask your docs" in the scope's project. */
export async function askingState(scope: TenantScope): Promise<AskingState> {
  const organisationId = scope.organisation.id;
  const [project, gate] = await Promise.all([
    withOrganisation(scope, async (tx) => {
      const row = await tx.project.findFirst({
        where: { organisationId, id: scope.project.id },
        select: { askingEnabled: true, askingChangedAt: true, askingChangedBy: true },
      });
      const by = row?.askingChangedBy;
      const person =
        by == null ? null : await tx.person.findFirst({ where: { id: by, memberships: { some: { organisationId } } }, select: { name: true } });
      return row === null ? null : { ...row, name: person?.name ?? null };
    }),
    readGate(scope),
  ]);
  if (project === null) throw notFound();
  return { enabled: project.askingEnabled, changedAt: project.askingChangedAt?.toISOString() ?? null, changedBy: project.name, gate };
}

/** What the gate says of the project's golden questions at this moment. */
export async function readGate(scope: TenantScope): Promise<Gate> {
  return gateOf(await listGoldenQuestions(scope), Date.now());
}

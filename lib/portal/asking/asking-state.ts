import "server-only";

import { notFound } from "@/lib/platform/errors";
import { type Gate, gateOf } from "@/lib/portal/asking/gate";
import { withOrganisation } from "@/lib/portal/database";
import { questionsDigest } from "@/lib/portal/golden/digest";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { readRule } from "@/lib/portal/golden/rule";
import { latestSignature } from "@/lib/portal/golden/signing/signature";
import type { TenantScope } from "@/lib/portal/scope";

/** "Ask your docs" for end users: whether it is on, since when, by whom, and whether it may be switched on. */
export interface AskingState {
  enabled: boolean;
  /** ISO 8601 UTC; null when it was never switched. */
  changedAt: string | null;
  /** The name of who switched it last; null when it was never switched, they have left, or nobody of the organisation did it. */
  changedBy: string | null;
  /** The number of the run after which the rule switched it off; it goes on again when a run passes. */
  offSinceRun: number | null;
  /** The number of the run since which the rule holds what connected sources bring. */
  heldSinceRun: number | null;
  /** The operator has stopped it: nobody else can switch it on. */
  stopped: boolean;
  gate: Gate;
}

/** The state of "Ask your docs" in the scope's project. */
export async function askingState(scope: TenantScope): Promise<AskingState> {
  const [project, gate] = await Promise.all([readProject(scope), readGate(scope)]);
  return { ...project, gate };
}

async function readProject(scope: TenantScope): Promise<Omit<AskingState, "gate">> {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const row = await tx.project.findFirst({
      where: { organisationId, id: scope.project.id },
      select: { askingEnabled: true, askingChangedAt: true, askingChangedBy: true, askingOffRun: true, documentsHeldRun: true, askingStoppedAt: true },
    });
    if (row === null) throw notFound();
    const by = row.askingChangedBy;
    const person =
      by === null ? null : await tx.person.findFirst({ where: { id: by, memberships: { some: { organisationId } } }, select: { name: true } });
    const runs = await tx.goldenRun.findMany({
      where: { organisationId, projectId: scope.project.id, id: { in: [row.askingOffRun, row.documentsHeldRun].filter((id) => id !== null) } },
      select: { id: true, number: true },
    });
    const numberOf = (id: string | null) => runs.find((run) => run.id === id)?.number ?? null;
    return {
      enabled: row.askingEnabled,
      changedAt: row.askingChangedAt?.toISOString() ?? null,
      changedBy: person?.name ?? null,
      offSinceRun: numberOf(row.askingOffRun),
      heldSinceRun: numberOf(row.documentsHeldRun),
      stopped: row.askingStoppedAt !== null,
    };
  });
}

/** What the gate says of the project's golden questions at this moment. */
export async function readGate(scope: TenantScope): Promise<Gate> {
  const [questions, [rule, signature]] = await Promise.all([
    listGoldenQuestions(scope),
    withOrganisation(scope, async (tx) => [await readRule(tx, scope), await latestSignature(tx, scope)] as const),
  ]);
  return gateOf({ questions, rule, signature, digest: questionsDigest(questions) }, Date.now());
}

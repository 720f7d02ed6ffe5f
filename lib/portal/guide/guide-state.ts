import "server-only";

import { toCitadelError } from "@/lib/platform/errors";
import { askingState } from "@/lib/portal/asking/asking-state";
import { withOrganisation } from "@/lib/portal/database";
import { hasSamples } from "@/lib/portal/guide/samples";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** One step of an admin's way, as things stand. */
export interface GuideStep {
  id: "documents" | "questions" | "passing" | "signed" | "people" | "on";
  done: boolean;
}

/** How far an admin has come. */
export interface GuideState {
  steps: GuideStep[];
  /** Nothing is there yet, so that samples can be tried. */
  empty: boolean;
  /** Samples are there, to be taken out. */
  samples: boolean;
}

/** What is still to be done in the scope's project; null when all of it is, when the rule switched asking off, or when the engine does not answer at the moment. */
export async function guideState(scope: TenantScope): Promise<GuideState | null> {
  const invited = await somebodyInvited(scope);
  if (invited && scope.project.askingEnabled) return null;
  try {
    const client = await openVault(scope);
    const [ready, any, { enabled, gate, offSinceRun }, samples] = await Promise.all([client.documents.list({ status: "ready", limit: 1 }), client.documents.list({ limit: 1 }), askingState(scope), hasSamples(scope)]);
    // The way was gone to its end already; what the rule switched off is told where it can be mended.
    if (offSinceRun !== null) return null;
    const steps: GuideStep[] = [
      { id: "documents", done: ready.data.length > 0 },
      { id: "questions", done: gate.questions > 0 },
      { id: "passing", done: gate.questions > 0 && gate.passes },
      { id: "signed", done: gate.open },
      { id: "people", done: invited },
      { id: "on", done: enabled },
    ];
    return { steps, empty: any.data.length === 0 && gate.questions === 0, samples };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    // The page's own parts say that the engine does not answer.
    if (error.code !== "engine_unreachable" && error.code !== "unavailable") throw thrown;
    return null;
  }
}

async function somebodyInvited(scope: TenantScope): Promise<boolean> {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    if ((await tx.membership.count({ where: { organisationId } })) > 1) return true;
    return (await tx.invitation.count({ where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } } })) > 0;
  });
}

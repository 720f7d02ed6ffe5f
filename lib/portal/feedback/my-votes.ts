import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** How a person has rated answers: the vote by the message's id. */
export type Votes = Readonly<Record<string, "up" | "down">>;

/** The votes of the scope's person on the answers of one session. */
export async function myVotes(scope: TenantScope, sessionId: string): Promise<Votes> {
  const [organisationId, projectId, personId] = [scope.organisation.id, scope.project.id, scope.person.personId];
  const rows = await withOrganisation(scope, (tx) =>
    tx.feedback.findMany({ where: { organisationId, projectId, personId, message: { organisationId, projectId, sessionId } }, select: { messageId: true, vote: true } }),
  );
  return Object.fromEntries(rows.map(({ messageId, vote }) => [messageId, vote === "up" ? "up" : "down"] as const));
}

import "server-only";

import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { dayOf } from "@/lib/portal/usage/period";
import { openVault } from "@/lib/portal/vault";

const DAY_MS = 86_400_000;
/** After so long a digest of who asked on a day or in a month is not needed any more. */
const SEEN_DAYS = 62;

/** What a round of retention deleted. */
export interface Expired {
  /** Messages with what was said of them, and gaps that no message is left of. */
  messages: number;
  gaps: number;
  /** In the engine. */
  engineMessages: number;
  engineSessions: number;
}

/**
 * Deletes the scope's project's conversations that are to be kept no longer, in the portal and in the engine behind it, whoever asked there. When anything went, the
 * counts stand in the audit log. Throws CitadelError when the engine does not answer; then the job comes back.
 */
export async function expireConversations(scope: TenantScope, now = new Date()): Promise<Expired> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const { conversationDays } = await withOrganisation(scope, (tx) => readCareSetting(tx, scope));
  const before = new Date(now.getTime() - conversationDays * DAY_MS);
  const client = await openVault(scope);
  const engine = await client.forget(before.toISOString());
  const expired = await withOrganisation(scope, async (tx) => {
    const { count: messages } = await tx.conversationMessage.deleteMany({ where: { ...owner, createdAt: { lt: before } } });
    const gaps = await tx.$executeRaw`
      DELETE FROM portal.gap g WHERE g.organisation_id = ${owner.organisationId} AND g.project_id = ${owner.projectId} AND g.created_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM portal.conversation_message m WHERE m.organisation_id = g.organisation_id AND m.project_id = g.project_id AND m.gap_id = g.id)`;
    const seenBefore = dayOf(new Date(now.getTime() - SEEN_DAYS * DAY_MS));
    await tx.$executeRaw`
      DELETE FROM portal.usage_seen WHERE organisation_id = ${owner.organisationId} AND project_id = ${owner.projectId} AND right(period, 10) < ${seenBefore}`;
    const counts: Expired = { messages, gaps, engineMessages: engine.messages, engineSessions: engine.sessions };
    if (Object.values(counts).some((count) => count > 0)) {
      const { id, name } = scope.project;
      await recordAudit(tx, scope, { action: "conversation.expired", target: { kind: "project", id, name }, after: { ...counts, days: conversationDays } });
    }
    return counts;
  });
  log.info({ ...owner, ...expired }, "retention carried out");
  return expired;
}

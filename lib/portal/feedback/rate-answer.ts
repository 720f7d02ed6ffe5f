import "server-only";

import { notFound } from "@/lib/platform/errors";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { Feedback } from "@/lib/portal/feedback/feedback";
import { joinGap } from "@/lib/portal/gaps/join-gap";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Keeps what the scope's person says of an answer that they were given: one vote, which can be changed and taken back. A disliked question becomes
 * part of a gap. Where no conversations are kept, what they write is not kept either.
 *
 * @throws CitadelError `not_found` for an answer that was given to somebody else, elsewhere or never
 */
export async function rateAnswer(scope: TenantScope, { messageId, vote, reason, note }: Feedback): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const personId = scope.person.personId;
  await withOrganisation(scope, async (tx) => {
    const message = await tx.conversationMessage.findFirst({ where: { ...owner, id: messageId, personId }, select: { id: true, question: true, grounding: true } });
    if (message === null) throw notFound();
    const key = { organisationId: owner.organisationId, messageId: message.id, personId };
    if (vote === null) await tx.feedback.deleteMany({ where: { ...key, projectId: owner.projectId } });
    else {
      const { conversationDays } = await readCareSetting(tx, scope);
      const said = vote === "up" ? { reason: null, note: "" } : { reason, note: conversationDays === 0 ? "" : note };
      const data = { vote, ...said, changedAt: new Date() };
      await tx.feedback.upsert({ where: { organisationId_messageId_personId: key }, create: { ...key, projectId: owner.projectId, ...data }, update: data });
    }
    const isGap = message.question !== null && (vote === "down" || message.grounding === "refused");
    await setGap(tx, scope, message.id, isGap && message.question !== null ? await joinGap(tx, scope, message.question) : null);
  });
}

async function setGap(tx: PortalTransaction, scope: TenantScope, id: string, gapId: string | null): Promise<void> {
  await tx.conversationMessage.updateMany({ where: { organisationId: scope.organisation.id, projectId: scope.project.id, id }, data: { gapId } });
}

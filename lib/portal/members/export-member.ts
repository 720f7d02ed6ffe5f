import "server-only";

import { z } from "zod";

import { attachment } from "@/lib/platform/http/content-disposition";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { defineOrganisationRoute } from "@/lib/portal/http/define-organisation-route";
import { managedMember } from "@/lib/portal/members/remove-member";
import type { OrganisationScope } from "@/lib/portal/scope";

/** `GET /t/{org}/api/person`: what the organisation holds of one person, for that person. */
export const exportMember = defineOrganisationRoute({
  method: "GET",
  path: "/t/{org}/api/person",
  summary: "One member’s data as JSON: account, conversations, votes, golden questions, and what they did",
  permission: "members.write",
  query: z.object({ id: z.string().max(100).describe("The membership’s id") }),
  responses: { 200: { description: "The person’s data.", contentType: "application/json" } },
  async handle(scope, { query }) {
    return new Response(`${JSON.stringify(await memberData(scope, query.id), null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": attachment("person.json"),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
});

/** One member's data. Throws CitadelError `not_found`, `forbidden` for an owner when one is none. */
export async function memberData(scope: OrganisationScope, membershipId: string) {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const member = await managedMember(tx, scope, membershipId);
    const { personId } = member;
    const data = {
      organisation: scope.organisation.name,
      person: { id: personId, ...member.person },
      role: member.role,
      conversations: await tx.conversationMessage.findMany({
        where: { organisationId, personId },
        select: { id: true, projectId: true, sessionId: true, question: true, answer: true, createdAt: true },
        orderBy: { id: "asc" },
      }),
      votes: await tx.feedback.findMany({ where: { organisationId, personId }, select: { messageId: true, vote: true, reason: true, note: true, changedAt: true } }),
      goldenQuestions: await tx.goldenQuestion.findMany({ where: { organisationId, OR: [{ createdBy: personId }, { ownerId: personId }] }, select: { id: true, question: true, createdAt: true } }),
      actions: await tx.auditEvent.findMany({
        where: { organisationId, actorId: personId },
        select: { sequence: true, at: true, action: true, targetName: true, address: true },
        orderBy: { sequence: "asc" },
      }),
    };
    await recordAudit(tx, scope, { action: "member.exported", target: { kind: "membership", id: membershipId, name: member.person.name } });
    return data;
  });
}

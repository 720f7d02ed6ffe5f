import "server-only";

import { chatAnswerSchema } from "@/lib/engine/contract";
import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { askedQuestion, namesOf } from "@/lib/portal/conversations/asked-question";
import type { ReviewedTurn } from "@/lib/portal/conversations/conversation";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** The most turns of a conversation that are shown. */
const MOST_TURNS = 200;

/** A conversation of the scope's project, oldest turn first. That it was opened, and whose it is, stands in the audit log. Throws CitadelError `not_found`. */
export async function reviewConversation(scope: TenantScope, sessionId: string): Promise<ReviewedTurn[]> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.conversationMessage.findMany({
      where: { ...owner, sessionId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_TURNS,
      include: { feedback: { select: { vote: true, reason: true, note: true } } },
    });
    if (rows.length === 0) throw notFound();
    const names = await namesOf(tx, scope, rows.map(({ personId }) => personId));
    const turns = rows.map((row) => ({ ...askedQuestion(row, names), answer: row.answer === null ? null : chatAnswerSchema.parse(row.answer) }));
    const people = [...new Set(turns.map(({ person }) => person ?? "somebody who has left"))];
    await recordAudit(tx, scope, { action: "conversation.reviewed", target: { kind: "conversation", id: sessionId, name: `of ${people.join(", ")}` }, after: { project: scope.project.slug, questions: turns.length } });
    return turns;
  });
}

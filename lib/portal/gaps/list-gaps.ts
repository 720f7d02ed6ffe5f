import "server-only";

import type { z } from "zod";

import { chatAnswerSchema } from "@/lib/engine/contract";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { type Gap, type GapPage, type gapFilter, gapStatus } from "@/lib/portal/gaps/gap";
import type { TenantScope } from "@/lib/portal/scope";

const PAGE = 20;
/** So many of a gap's messages are looked into for wordings and documents. */
const MESSAGES = 8;
const MOST_WORDINGS = 3;
const MOST_DOCUMENTS = 3;

interface GapRow {
  id: string;
  status: string;
  ownerId: string | null;
  asked: number;
  refused: number;
  disliked: number;
  people: number;
  lastAskedAt: Date;
}

/** The scope's project's gaps, those that were asked most often first. A gap whose words are kept no longer is not shown. */
export async function listGaps(scope: TenantScope, { status, page }: z.output<typeof gapFilter>): Promise<GapPage> {
  const [organisationId, projectId] = [scope.organisation.id, scope.project.id];
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.$queryRaw<GapRow[]>`
      SELECT g.id, g.status, g.owner_id AS "ownerId", count(*)::int AS asked, (count(*) FILTER (WHERE m.grounding = 'refused'))::int AS refused,
        (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM portal.feedback f WHERE f.organisation_id = m.organisation_id AND f.message_id = m.id AND f.project_id = m.project_id AND f.vote = 'down')))::int AS disliked,
        count(DISTINCT m.person_id)::int AS people, max(m.created_at) AS "lastAskedAt"
      FROM portal.gap g JOIN portal.conversation_message m ON m.organisation_id = g.organisation_id AND m.project_id = g.project_id AND m.gap_id = g.id
      WHERE g.organisation_id = ${organisationId} AND g.project_id = ${projectId} AND g.status = ${status} AND m.question IS NOT NULL
      GROUP BY g.id, g.status, g.owner_id ORDER BY asked DESC, max(m.created_at) DESC, g.id LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}`;
    const gaps: Gap[] = [];
    for (const row of rows.slice(0, PAGE)) gaps.push(await gapOf(tx, scope, row));
    return { gaps, page, hasMore: rows.length > PAGE };
  });
}

async function gapOf(tx: PortalTransaction, scope: TenantScope, { status, lastAskedAt, ...row }: GapRow): Promise<Gap> {
  const messages = await tx.conversationMessage.findMany({
    where: { organisationId: scope.organisation.id, projectId: scope.project.id, gapId: row.id, question: { not: null } },
    orderBy: { createdAt: "desc" },
    take: MESSAGES,
    select: { id: true, sessionId: true, question: true, answer: true },
  });
  const [question = "", ...wordings] = [...new Set(messages.flatMap((message) => message.question ?? []))];
  return {
    ...row,
    status: gapStatus.parse(status),
    lastAskedAt: lastAskedAt.toISOString(),
    question,
    wordings: wordings.slice(0, MOST_WORDINGS),
    last: { sessionId: messages[0]?.sessionId ?? "", messageId: messages[0]?.id ?? "" },
    documents: documentsOf(messages.map(({ answer }) => answer)),
  };
}

/** The documents of the answers' passages, each once, those of the newest answer first. */
function documentsOf(answers: readonly unknown[]): Gap["documents"] {
  const documents = new Map<string, Gap["documents"][number]>();
  for (const answer of answers) {
    const { success, data } = chatAnswerSchema.safeParse(answer);
    if (!success) continue;
    for (const { documentId, documentName, page } of [...(data.closest ?? []), ...data.citations]) {
      if (!documents.has(documentId)) documents.set(documentId, { id: documentId, name: documentName, page });
    }
  }
  return [...documents.values()].slice(0, MOST_DOCUMENTS);
}

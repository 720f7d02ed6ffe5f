import "server-only";

import { askedQuestion, namesOf } from "@/lib/portal/conversations/asked-question";
import type { AskedQuestion, ConversationFilter } from "@/lib/portal/conversations/conversation";
import { noteReading } from "@/lib/portal/conversations/note-reading";
import { type MessageCondition, type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

const PAGE = 25;
const DAY_MS = 86_400_000;

/** One page of what was asked, newest first. */
export interface AskedPage {
  questions: AskedQuestion[];
  /** The message to go on before; null at the end. */
  before: string | null;
}

/** What people have asked in the scope's project, newest first. That it was looked at stands in the audit log. */
export async function listConversations(scope: TenantScope, filter: ConversationFilter): Promise<AskedPage> {
  await noteReading(scope);
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.conversationMessage.findMany({
      where: await whereOf(tx, scope, filter),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      include: { feedback: { select: { vote: true, reason: true, note: true } } },
    });
    const shown = rows.slice(0, PAGE);
    const names = await namesOf(tx, scope, shown.map(({ personId }) => personId));
    return { questions: shown.map((row) => askedQuestion(row, names)), before: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  });
}

async function whereOf(tx: PortalTransaction, scope: TenantScope, { outcome, person, from, until, text, before }: ConversationFilter): Promise<MessageCondition> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const last = before === undefined ? null : await tx.conversationMessage.findFirst({ where: { ...owner, id: before }, select: { id: true, createdAt: true } });
  const vote = outcome === "liked" ? "up" : outcome === "disliked" ? "down" : null;
  const conditions: MessageCondition[] = [
    ...(vote === null ? [] : [{ feedback: { some: { ...owner, vote } } }]),
    ...(outcome === "refused" || outcome === "uncertain" ? [{ grounding: outcome }] : []),
    ...(person === undefined ? [] : [{ personId: person }]),
    ...(from === undefined ? [] : [{ createdAt: { gte: new Date(from) } }]),
    ...(until === undefined ? [] : [{ createdAt: { lt: new Date(Date.parse(until) + DAY_MS) } }]),
    ...(text === undefined || text === "" ? [] : [holding(text)]),
    ...(last === null ? [] : [{ OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }]),
  ];
  return { ...owner, AND: conditions };
}

/** The question or the answer holds a text, in any case; LIKE finds no pattern in it. */
function holding(text: string): MessageCondition {
  const literal = text.replace(/[\\%_]/g, "\\$&");
  return { OR: [{ question: { contains: literal, mode: "insensitive" } }, { answer: { path: ["answer"], string_contains: literal, mode: "insensitive" } }] };
}

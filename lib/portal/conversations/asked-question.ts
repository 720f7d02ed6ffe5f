import "server-only";

import { z } from "zod";

import type { AskedQuestion, SaidOfAnswer } from "@/lib/portal/conversations/conversation";
import type { PortalTransaction } from "@/lib/portal/database";
import { reasonOf } from "@/lib/portal/feedback/feedback";
import type { TenantScope } from "@/lib/portal/scope";

/** A message's row with what was said of it. */
export interface MessageRow {
  id: string;
  sessionId: string;
  personId: string | null;
  question: string | null;
  grounding: string;
  createdAt: Date;
  feedback: { vote: string; reason: string | null; note: string }[];
}

const grounding = z.enum(["answered", "uncertain", "refused"]);

/** The names of the members among these people; who has left has none. */
export async function namesOf(tx: PortalTransaction, scope: TenantScope, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) }, memberships: { some: { organisationId: scope.organisation.id } } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A row, read. */
export function askedQuestion(row: MessageRow, names: ReadonlyMap<string, string>): AskedQuestion {
  const [said] = row.feedback;
  return {
    messageId: row.id,
    sessionId: row.sessionId,
    question: row.question,
    grounding: grounding.parse(row.grounding),
    person: names.get(row.personId ?? "") ?? null,
    askedAt: row.createdAt.toISOString(),
    said: said === undefined ? null : saidOf(said),
  };
}

function saidOf({ vote, reason, note }: MessageRow["feedback"][number]): SaidOfAnswer {
  return { vote: vote === "up" ? "up" : "down", reason: reasonOf(reason), note };
}

import "server-only";

import { z } from "zod";

import { type ChatAnswer, chatAnswerSchema } from "@/lib/engine/contract";
import type { Turn } from "@/lib/engine/answer/follow-up";
import { type JsonInput, withProject } from "@/lib/engine/database";
import { existingId } from "@/lib/engine/identifiers";
import { lockActiveProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** Earlier turns that a follow-up question may lean on. */
const TURNS_REMEMBERED = 6;

const storedAnswer = z.object({ answer: z.string() });

/** A conversation: its id, and its last turns, oldest first. A new one has an id already and a row with its first message. */
export interface Conversation {
  sessionId: string;
  isNew: boolean;
  /** Whether its next message is stored. */
  isStored: boolean;
  history: Turn[];
}

/** Opens the scope's session of that id, or begins one. Throws CitadelError `not_found` for an id that this project did not make. */
export async function openSession(scope: ProjectScope, sessionId: string | undefined, isStored = true): Promise<Conversation> {
  if (sessionId === undefined) return { sessionId: newId("ses"), isNew: true, isStored, history: [] };
  const { projectId } = scope;
  const id = existingId("ses", sessionId);
  return withProject(scope, async (tx) => {
    const session = await tx.session.findUnique({ where: { projectId_id: { projectId, id } } });
    if (session === null) throw notFound();
    const messages = await tx.message.findMany({ where: { projectId, sessionId: id }, orderBy: { id: "desc" }, take: TURNS_REMEMBERED });
    const history = messages.reverse().map(({ question, answer }) => ({ question, answer: storedAnswer.parse(answer).answer }));
    return { sessionId: id, isNew: false, isStored, history };
  });
}

/** Stores a question with its answer, and the session with its first one; nothing of a conversation that is not to be stored. */
export async function storeMessage(scope: ProjectScope, { sessionId, isNew, isStored }: Conversation, question: string, answer: ChatAnswer): Promise<void> {
  if (!isStored) return;
  const { projectId } = scope;
  await withProject(scope, async (tx) => {
    await lockActiveProject(tx, scope);
    if (isNew) await tx.session.create({ data: { projectId, id: sessionId } });
    await tx.message.create({ data: { projectId, id: answer.messageId, sessionId, question, answer: storable(answer) } });
  });
}

/** The answer as JSON that PostgreSQL stores. */
function storable(answer: ChatAnswer): JsonInput {
  const { closest, ...rest } = chatAnswerSchema.parse(answer);
  return closest === undefined ? rest : { ...rest, closest };
}

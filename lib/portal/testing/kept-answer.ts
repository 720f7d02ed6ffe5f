import { ANSWER_LABEL, type ChatAnswer } from "@/lib/engine/contract";
import { newId } from "@/lib/platform/ids";
import { keepMessage } from "@/lib/portal/conversations/keep-message";
import type { TenantScope } from "@/lib/portal/scope";

/** What a test says of an answer. */
export interface AnswerFacts {
  grounding?: ChatAnswer["grounding"];
  documentId?: string;
  sessionId?: string;
  tookMs?: number;
}

/** An answer as an engine gives it, with one passage of one document. */
export function answerOf({ grounding = "answered", documentId = "doc_leave", sessionId = newId("ses"), tookMs = 20 }: AnswerFacts = {}): ChatAnswer {
  const quote = { index: 1, documentId, documentName: "hr/leave.md", page: 1, quote: "Twenty-five days.", start: 0, end: 17, score: 0.9 };
  const common = { mode: "extractive", sessionId, messageId: newId("msg"), tookMs, grounding } as const;
  if (grounding === "refused")
    return { ...common, answer: "Your documents do not answer this question.", refused: true, label: null, citations: [], closest: [quote], confidence: 0.1, indexedAt: null };
  return { ...common, answer: "Twenty-five days. [1]", refused: false, label: ANSWER_LABEL, citations: [quote], confidence: 0.9, indexedAt: "2026-01-01T00:00:00Z" };
}

/** An answer that the portal has given to the scope's person. */
export async function keptAnswer(scope: TenantScope, question: string, facts: AnswerFacts = {}): Promise<ChatAnswer> {
  const answer = answerOf(facts);
  await keepMessage(scope, question, answer);
  return answer;
}

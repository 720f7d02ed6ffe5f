import { z } from "zod";

import type { Failure } from "@/components/chat/ask-failure";
import { type ChatEvent, chatAnswerSchema } from "@/lib/engine/contract";

/** What the engine is doing. */
export type Phase = Extract<ChatEvent, { event: "status" }>["data"]["phase"];

const turnParts = {
  key: z.string(),
  question: z.string(),
  /** Whether it was asked in a session that was there before, whose earlier questions it may lean on. */
  inSession: z.boolean(),
  text: z.string(),
};
const failure = z.object({ message: z.string(), code: z.string().nullable(), requestId: z.string().nullable() }) satisfies z.ZodType<Failure>;

/** A turn that has come to its end. */
export const settledTurn = z.discriminatedUnion("state", [
  z.object({ ...turnParts, state: z.literal("answered"), answer: chatAnswerSchema }),
  z.object({ ...turnParts, state: z.literal("failed"), failure }),
  z.object({ ...turnParts, state: z.literal("stopped") }),
]);

/** A question that is being answered. */
export interface OpenTurn {
  key: string;
  question: string;
  inSession: boolean;
  /** What has come of the answer. */
  text: string;
  state: "asking";
  phase: Phase;
  /** Nothing has come for a while. */
  slow: boolean;
}

/** A question with what became of it; `key` tells turns of one conversation apart. */
export type Turn = OpenTurn | SettledTurn;
export type SettledTurn = z.output<typeof settledTurn>;

/** A conversation as it is shown. */
export interface Conversation {
  /** The engine's session; null until the first answer has come. Never an authority: the engine decides whose it is. */
  sessionId: string | null;
  /** Oldest first. */
  turns: readonly Turn[];
}

/** A conversation in which nothing was asked yet. */
export const NOTHING_ASKED: Conversation = { sessionId: null, turns: [] };

/** A new question's turn. */
export function openTurn(key: string, question: string, inSession: boolean): OpenTurn {
  return { key, question, inSession, text: "", state: "asking", phase: "searching", slow: false };
}

/** A turn after the next event of its answer. */
export function afterEvent(turn: OpenTurn, { event, data }: ChatEvent): Turn {
  const { key, question, inSession } = turn;
  if (event === "status") return { ...turn, phase: data.phase, slow: false };
  if (event === "delta") return { ...turn, phase: "writing", text: turn.text + data.text, slow: false };
  if (event === "done") return { key, question, inSession, text: data.answer, state: "answered", answer: data };
  return { ...turn, slow: false };
}

/** A turn that no answer came for. */
export function failedTurn({ key, question, inSession, text }: OpenTurn, failure: Failure): SettledTurn {
  return { key, question, inSession, text, state: "failed", failure };
}

/** A turn that the person has stopped. */
export function stoppedTurn({ key, question, inSession, text }: OpenTurn): SettledTurn {
  return { key, question, inSession, text, state: "stopped" };
}

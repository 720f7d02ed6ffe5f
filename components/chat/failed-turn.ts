import type { SettledTurn } from "@/components/chat/conversation";

/** A turn that no answer came for. */
export type FailedTurn = Extract<SettledTurn, { state: "failed" }>;

/** Whether the conversation itself is what is not there (any more): a new one can be begun. */
export function isSessionGone({ inSession, failure }: FailedTurn): boolean {
  return inSession && failure.code === "not_found";
}

/** Why no answer came, and what to do. */
export function failureSentence(turn: FailedTurn): string {
  return isSessionGone(turn) ? "This conversation cannot be continued. Ask the question in a new one." : turn.failure.message;
}

import { z } from "zod";

/** What can be wrong with an answer. */
const reason = z.enum(["wrong", "incomplete", "out-of-date", "wrong-source", "no-answer", "other"]);

/** What can be wrong with an answer: a closed list. */
export type FeedbackReason = z.output<typeof reason>;

/** A person's word on an answer they were given. */
export const feedbackInput = z.object({
  messageId: z.string().max(100),
  /** Null takes the vote back. */
  vote: z.enum(["up", "down"]).nullable(),
  reason: reason.nullable().default(null),
  note: z.string().trim().max(1_000, "must be at most 1,000 characters").default(""),
});

/** {@link feedbackInput}, before and after it was read. */
export type FeedbackInput = z.input<typeof feedbackInput>;
export type Feedback = z.output<typeof feedbackInput>;

/** Narrows a stored reason; null for none. */
export function reasonOf(stored: string | null): FeedbackReason | null {
  return reason.nullable().catch(null).parse(stored);
}

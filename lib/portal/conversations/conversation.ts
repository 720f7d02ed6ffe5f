import { z } from "zod";

import type { ChatAnswer } from "@/lib/engine/contract";
import type { FeedbackReason } from "@/lib/portal/feedback/feedback";

const empty = z.literal("").transform(() => undefined);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([empty, schema]).optional().catch(undefined);

/** Which questions are wanted. What does not fit counts as not asked for: the filter stands in an address. */
export const conversationFilter = z.object({
  outcome: optional(z.enum(["refused", "uncertain", "disliked", "liked"])),
  person: optional(z.string().max(100)),
  /** Days in UTC, both included. */
  from: optional(z.iso.date()),
  until: optional(z.iso.date()),
  /** Words that the question or the answer holds, in any case. */
  text: optional(z.string().trim().max(200)),
  /** The id of the message before which to go on. */
  before: optional(z.string().max(100)),
});

/** {@link conversationFilter}, read. */
export type ConversationFilter = z.output<typeof conversationFilter>;

/** What was said of an answer. */
export interface SaidOfAnswer {
  vote: "up" | "down";
  reason: FeedbackReason | null;
  note: string;
}

/** A question with what became of it. */
export interface AskedQuestion {
  messageId: string;
  sessionId: string;
  /** Null where the words are not kept. */
  question: string | null;
  grounding: ChatAnswer["grounding"];
  /** Null for somebody who has left. */
  person: string | null;
  /** ISO 8601 UTC. */
  askedAt: string;
  said: SaidOfAnswer | null;
}

/** A turn of a conversation under review. */
export interface ReviewedTurn extends AskedQuestion {
  answer: ChatAnswer | null;
}

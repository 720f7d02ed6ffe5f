import type { ProjectAddress } from "@/components/chat/project-address";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { FeedbackInput } from "@/lib/portal/feedback/feedback";
import type { Helper } from "@/lib/portal/feedback/find-helper";
import type { Votes } from "@/lib/portal/feedback/my-votes";
import type { GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** Keeps an answer as the one to expect. */
export type SaveAsExpected = (input: GoldenQuestionInput) => Promise<ActionResult<{ id: string }>>;

/** What the person can say of answers. */
export interface ChatFeedback {
  /** Their votes so far, by the message's id. */
  votes: Votes;
  rate: (input: FeedbackInput) => Promise<ActionResult<unknown>>;
  /** Absent where the project names nobody to ask. */
  findPerson?: (input: { messageId: string; documentId: string | null }) => Promise<ActionResult<Helper>>;
}

/** Where the chat stands, and what its person may do. */
export interface ChatSetting {
  address: ProjectAddress;
  /** Tells the conversations of two people in one browser tab apart. */
  personId: string;
  /** Whether the person may add documents. */
  mayWrite: boolean;
  /** Whether end users can ask; those who may try see the chat before that. */
  askingEnabled: boolean;
  /** Questions to begin with; there may be none. */
  examples: readonly string[];
  /** How many documents answer: of the newest ones. */
  answering: number;
  /** How many documents are on their way and do not answer yet. */
  onTheirWay: number;
  /** When the newest of those that answer was indexed, ISO 8601 UTC; null when none does. */
  lastIndexedAt: string | null;
  feedback: ChatFeedback;
  /** Absent for those who may not write golden questions. */
  saveAsExpected?: SaveAsExpected;
}

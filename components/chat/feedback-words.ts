import type { FeedbackReason } from "@/lib/portal/feedback/feedback";

/** What can be wrong with an answer, as people read it, in the order of the choice. */
export const FEEDBACK_WORDS: Readonly<Record<FeedbackReason, string>> = {
  wrong: "It is wrong",
  incomplete: "Something is missing",
  "out-of-date": "It is out of date",
  "wrong-source": "The source does not say this",
  "no-answer": "It should have been answered",
  other: "Something else",
};

/** The choices, with their codes. */
export const FEEDBACK_CHOICES: readonly { reason: FeedbackReason; words: string }[] = [
  { reason: "wrong", words: FEEDBACK_WORDS.wrong },
  { reason: "incomplete", words: FEEDBACK_WORDS.incomplete },
  { reason: "out-of-date", words: FEEDBACK_WORDS["out-of-date"] },
  { reason: "wrong-source", words: FEEDBACK_WORDS["wrong-source"] },
  { reason: "no-answer", words: FEEDBACK_WORDS["no-answer"] },
  { reason: "other", words: FEEDBACK_WORDS.other },
];

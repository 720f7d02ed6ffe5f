import { z } from "zod";

import type { ChatAnswer } from "@/lib/engine/contract";
import { MAX_QUESTION_LENGTH } from "@/lib/engine/contract";

/** The most phrases of one question, and the longest of them in UTF-16 units. */
export const MAX_PHRASES = 10;
export const MAX_PHRASE_LENGTH = 500;

/** What a golden question asks and what must come back: phrases in the answer, a cited document (and page), or a refusal. */
export const goldenQuestionInput = z
  .object({
    question: z.string().trim().min(1, "Write the question.").max(MAX_QUESTION_LENGTH, "Shorten the question."),
    /** Texts the answer must hold; a phrase that is a number is compared as a number. */
    expectedPhrases: z.array(z.string().trim().min(1).max(MAX_PHRASE_LENGTH, "Shorten the phrase.")).max(MAX_PHRASES).default([]),
    /** The document that must be cited, with the name it is shown by. */
    expectedDocument: z
      .object({ id: z.string().min(1).max(100), name: z.string().min(1).max(500) })
      .nullable()
      .default(null),
    /** The page that must be cited, from 1; only with a document. */
    expectedPage: z.int().min(1).nullable().default(null),
    expectsRefusal: z.boolean().default(false),
  })
  .superRefine(({ expectedPhrases, expectedDocument, expectedPage, expectsRefusal }, context) => {
    const expectsAnswer = expectedPhrases.length > 0 || expectedDocument !== null;
    if (!expectsRefusal && !expectsAnswer)
      context.addIssue({
        code: "custom",
        path: ["expectedPhrases"],
        message: "Name a text or a document that the answer must hold, or expect a refusal.",
      });
    if (expectsRefusal && expectsAnswer)
      context.addIssue({ code: "custom", path: ["expectsRefusal"], message: "A refusal holds no text and cites no document." });
    if (expectedPage !== null && expectedDocument === null)
      context.addIssue({ code: "custom", path: ["expectedPage"], message: "Choose the page's document as well." });
  });

/** What a person writes to make a golden question. */
export type GoldenQuestionInput = z.input<typeof goldenQuestionInput>;

/** What must come back for a question. */
export type Expectation = Omit<z.output<typeof goldenQuestionInput>, "question">;

/** How a question did the last time it was asked. */
export interface GoldenVerdict {
  passed: boolean;
  /** What was as expected and what was not, in a sentence for the person. */
  reason: string;
  /** The answer that was judged. */
  answer: ChatAnswer;
  /** ISO 8601 UTC. */
  ranAt: string;
}

/** A golden question with its latest verdict. */
export interface GoldenQuestion extends Expectation {
  id: string;
  question: string;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Null until it has been run. */
  latest: GoldenVerdict | null;
}

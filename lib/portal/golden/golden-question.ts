import { z } from "zod";

import { type ChatAnswer, chatAnswerSchema, MAX_QUESTION_LENGTH } from "@/lib/engine/contract";

/** The most phrases, wordings or tags of one question, and the longest of them in UTF-16 units. */
export const MAX_PHRASES = 10;
export const MAX_PHRASE_LENGTH = 500;
export const MAX_TAG_LENGTH = 40;
/** The heaviest a question can weigh among those that are not must-pass. */
export const MAX_WEIGHT = 10;

const question = z.string().trim().min(1, "Write the question.").max(MAX_QUESTION_LENGTH, "Shorten the question.");
const phrases = z.array(z.string().trim().min(1).max(MAX_PHRASE_LENGTH, "Shorten the phrase.")).max(MAX_PHRASES, `Keep to ${MAX_PHRASES}.`).default([]);

const fields = z.object({
  question,
  /** Other ways to ask the same; each must come to the same. */
  wordings: z.array(question).max(MAX_PHRASES, `Keep to ${MAX_PHRASES} other wordings.`).default([]),
  /** Texts the answer must hold; numbers in them are compared as numbers. */
  expectedPhrases: phrases,
  /** Texts the answer must not hold. */
  forbiddenPhrases: phrases,
  /** An answer that says it all: most of its words and all of its numbers must come back. */
  referenceAnswer: z.string().trim().max(MAX_QUESTION_LENGTH, "Shorten the reference answer.").nullable().default(null),
  /** Whether a language model is asked if the answer says what the reference answer says: to be shown beside the verdict, or to count in the place of comparing their words. */
  modelOpinion: z.enum(["none", "shown", "counts"]).default("none"),
  /** The document that must be cited, with the name it is shown by. */
  expectedDocument: z
    .object({ id: z.string().min(1).max(100), name: z.string().min(1).max(500) })
    .nullable()
    .default(null),
  /** The page that must be cited, from 1; only with a document. */
  expectedPage: z.int("Write a page number.").min(1, "Pages are counted from 1.").nullable().default(null),
  expectsRefusal: z.boolean().default(false),
  tags: z.array(z.string().trim().min(1).max(MAX_TAG_LENGTH, "Shorten the tag.")).max(MAX_PHRASES, `Keep to ${MAX_PHRASES} tags.`).default([]),
  /** The person who answers for it, of this organisation. */
  ownerId: z.string().max(100).nullable().default(null),
  notes: z.string().trim().max(2_000, "Shorten the notes.").default(""),
  weight: z.int().min(1).max(MAX_WEIGHT).default(1),
  mustPass: z.boolean().default(false),
});

/** What a golden question asks, what must come back, and what people keep beside it. */
export const goldenQuestionInput = fields.superRefine((input, context) => {
  const { expectedPhrases, forbiddenPhrases, referenceAnswer, modelOpinion, expectedDocument, expectedPage, expectsRefusal } = input;
  const issue = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const expectsAnswer = expectedPhrases.length + forbiddenPhrases.length > 0 || expectedDocument !== null || (referenceAnswer ?? "") !== "";
  if (!expectsRefusal && !expectsAnswer) issue("expectedPhrases", "Name a text or a document that the answer must hold, or expect a refusal.");
  if (expectsRefusal && expectsAnswer) issue("expectsRefusal", "A refusal holds no text and cites no document.");
  if (modelOpinion !== "none" && (referenceAnswer ?? "") === "") issue("modelOpinion", "A model compares with the reference answer: write one.");
  if (expectedPage !== null && expectedDocument === null) issue("expectedPage", "Choose the page's document as well.");
});

/** What a person writes to make a golden question. */
export type GoldenQuestionInput = z.input<typeof goldenQuestionInput>;

/** Where a question came from. */
export type Origin = "hand" | "chat" | "import" | "document" | "gap" | "promotion";

const expectationFields = {
  expectedPhrases: true,
  forbiddenPhrases: true,
  referenceAnswer: true,
  modelOpinion: true,
  expectedDocument: true,
  expectedPage: true,
  expectsRefusal: true,
} as const;

/** A question as it was asked: what a verdict is about, whatever becomes of the question later. */
export const askedQuestion = fields.pick({ ...expectationFields, question: true, wordings: true, tags: true, weight: true, mustPass: true });

/** A question as it is asked. */
export type AskedQuestion = z.output<typeof askedQuestion>;

/** What must come back for a question. */
export type Expectation = Pick<AskedQuestion, keyof typeof expectationFields>;

/** What is looked at, each on its own. */
export const ASPECTS = ["answer", "citation", "refusal", "stability"] as const;

/** One thing that was looked at: whether it is as expected, and a clause about it. A model's opinion stands among them, and decides nothing by itself. */
export const findingSchema = z.object({ aspect: z.enum([...ASPECTS, "opinion"]), passed: z.boolean(), clause: z.string() });

/** What a language model thinks of an answer: whether it says what the reference answer says, and why in a few words. */
export interface Opinion {
  agrees: boolean;
  reason: string;
}

/** Opinions by the text of the answer. */
export type Opinions = ReadonlyMap<string, Opinion>;

/** One thing that was looked at. */
export type Finding = z.output<typeof findingSchema>;

/** What came of another wording, or of asking again. */
export const otherAnswer = z.object({ question: z.string(), answer: chatAnswerSchema });

/** What came of another wording. */
export type OtherAnswer = z.output<typeof otherAnswer>;

/** A person's word against a judgement. */
export interface Overruling {
  by: string;
  reason: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** How a question did when it was asked. */
export interface GoldenVerdict {
  id: string;
  /** The run it belongs to; null when the question was run by itself. */
  runId: string | null;
  /** What counts: the judgement, or its opposite when it was overruled. */
  passed: boolean;
  /** What was as expected and what was not, in a sentence for the person. */
  reason: string;
  findings: Finding[];
  /** The answer that was judged. */
  answer: ChatAnswer;
  others: OtherAnswer[];
  overruled: Overruling | null;
  /** ISO 8601 UTC. */
  ranAt: string;
}

/** A golden question with its latest verdict. */
export interface GoldenQuestion extends AskedQuestion {
  id: string;
  ownerId: string | null;
  notes: string;
  origin: Origin;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Null until it has been run as it is now. */
  latest: GoldenVerdict | null;
}

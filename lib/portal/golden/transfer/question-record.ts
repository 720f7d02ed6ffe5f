import { z } from "zod";

import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** The columns of a file of golden questions, in order. */
export const COLUMNS = [
  "question",
  "other_wordings",
  "must_contain",
  "must_not_contain",
  "reference_answer",
  "expected_document",
  "expected_page",
  "must_be_refused",
  "must_pass",
  "weight",
  "tags",
  "owner",
  "notes",
  "model_opinion",
] as const;

/** The name of a JSON file's format, and its version. */
export const FORMAT = "citadel-golden-questions";
export const FORMAT_VERSION = 1;

/** A question as it leaves and enters: documents by their name, owners by their e-mail address. */
export const questionRecord = z.object({
  question: z.string(),
  otherWordings: z.array(z.string()).default([]),
  mustContain: z.array(z.string()).default([]),
  mustNotContain: z.array(z.string()).default([]),
  referenceAnswer: z.string().nullable().default(null),
  expectedDocument: z.string().nullable().default(null),
  expectedPage: z.number().nullable().default(null),
  mustBeRefused: z.boolean().default(false),
  mustPass: z.boolean().default(false),
  weight: z.number().default(1),
  tags: z.array(z.string()).default([]),
  owner: z.string().nullable().default(null),
  notes: z.string().default(""),
  /** `none`, `shown` or `counts`. */
  modelOpinion: z.enum(["none", "shown", "counts"]).default("none"),
});

/** A question as it leaves and enters. */
export type QuestionRecord = z.output<typeof questionRecord>;

/** A JSON file of golden questions. */
export const questionFile = z.object({ format: z.literal(FORMAT), version: z.literal(FORMAT_VERSION), questions: z.array(questionRecord) });

/** A question as it leaves; `emailOf` knows the organisation's people. */
export function recordOf(question: GoldenQuestion, emailOf: (personId: string) => string | undefined): QuestionRecord {
  return {
    question: question.question,
    otherWordings: question.wordings,
    mustContain: question.expectedPhrases,
    mustNotContain: question.forbiddenPhrases,
    referenceAnswer: question.referenceAnswer,
    expectedDocument: question.expectedDocument?.name ?? null,
    expectedPage: question.expectedPage,
    mustBeRefused: question.expectsRefusal,
    mustPass: question.mustPass,
    weight: question.weight,
    tags: question.tags,
    owner: question.ownerId === null ? null : (emailOf(question.ownerId) ?? null),
    notes: question.notes,
    modelOpinion: question.modelOpinion,
  };
}

/** What a record's names stand for in the project it enters; undefined for what is not there. */
export interface Names {
  documentId(name: string): string | undefined;
  personId(email: string): string | undefined;
}

/** The id of an expected document that is not there yet: a verdict goes by the name as well. */
const NOT_THERE_YET = "doc_not_there_yet";

/** A question as it enters. A document that is not there is kept by its name; an owner who is not there is nobody. */
export function inputOfRecord(record: QuestionRecord, names: Names): GoldenQuestionInput {
  const document = record.expectedDocument;
  return {
    question: record.question,
    wordings: record.otherWordings,
    expectedPhrases: record.mustContain,
    forbiddenPhrases: record.mustNotContain,
    referenceAnswer: record.referenceAnswer,
    expectedDocument: document === null ? null : { id: names.documentId(document) ?? NOT_THERE_YET, name: document },
    expectedPage: record.expectedPage,
    expectsRefusal: record.mustBeRefused,
    mustPass: record.mustPass,
    weight: record.weight,
    tags: record.tags,
    ownerId: record.owner === null ? null : (names.personId(record.owner.toLowerCase()) ?? null),
    notes: record.notes,
    modelOpinion: record.modelOpinion,
  };
}

import "server-only";

import { z } from "zod";

import { chatAnswerSchema } from "@/lib/engine/contract";
import {
  type AskedQuestion,
  findingSchema,
  type GoldenQuestion,
  type GoldenQuestionInput,
  type goldenQuestionInput,
  type GoldenVerdict,
  type Origin,
  otherAnswer,
} from "@/lib/portal/golden/golden-question";

/** A question as it is stored. */
export interface QuestionRow {
  id: string;
  question: string;
  wordings: string[];
  expectedPhrases: string[];
  forbiddenPhrases: string[];
  referenceAnswer: string | null;
  modelOpinion: string;
  expectedDocumentId: string | null;
  expectedDocumentName: string | null;
  expectedPage: number | null;
  expectsRefusal: boolean;
  tags: string[];
  ownerId: string | null;
  notes: string;
  weight: number;
  mustPass: boolean;
  origin: string;
  createdAt: Date;
}

/** A verdict as it is stored. */
export interface VerdictRow {
  id: string;
  runId: string | null;
  passed: boolean;
  reason: string;
  findings: unknown;
  answer: unknown;
  others: unknown;
  overruledAt: Date | null;
  overruledName: string | null;
  overruledReason: string | null;
  ranAt: Date;
}

const ORIGINS: readonly Origin[] = ["hand", "chat", "import", "document", "gap", "promotion"];
const OPINIONS = ["none", "shown", "counts"] as const;
const findings = z.array(findingSchema);
const others = z.array(otherAnswer);

/** A stored question as people see it. */
export function toGoldenQuestion(row: QuestionRow, latest: GoldenVerdict | null): GoldenQuestion {
  return {
    ...toAsked(row),
    id: row.id,
    ownerId: row.ownerId,
    notes: row.notes,
    origin: ORIGINS.find((origin) => origin === row.origin) ?? "hand",
    createdAt: row.createdAt.toISOString(),
    latest,
  };
}

/** What a stored question asks and expects. */
export function toAsked(row: QuestionRow): AskedQuestion {
  const { question, wordings, expectedPhrases, forbiddenPhrases, referenceAnswer, expectedPage, expectsRefusal, tags, weight, mustPass } = row;
  const { expectedDocumentId: id, expectedDocumentName: name } = row;
  const expectedDocument = id === null || name === null ? null : { id, name };
  const modelOpinion = OPINIONS.find((known) => known === row.modelOpinion) ?? "none";
  return { question, wordings, expectedPhrases, forbiddenPhrases, referenceAnswer, modelOpinion, expectedDocument, expectedPage, expectsRefusal, tags, weight, mustPass };
}

/** A stored verdict as people see it; an overruled one counts as the opposite of its judgement. */
export function toGoldenVerdict(row: VerdictRow): GoldenVerdict {
  const overruled =
    row.overruledAt === null
      ? null
      : { by: row.overruledName ?? "someone who has left", reason: row.overruledReason ?? "", at: row.overruledAt.toISOString() };
  return {
    id: row.id,
    runId: row.runId,
    passed: row.passed !== (overruled !== null),
    reason: row.reason,
    findings: findings.parse(row.findings),
    answer: chatAnswerSchema.parse(row.answer),
    others: others.parse(row.others),
    overruled,
    ranAt: row.ranAt.toISOString(),
  };
}

/** The columns of what a person wrote; doubles among the lists go. */
export function columnsOf(input: z.output<typeof goldenQuestionInput>) {
  const { expectedDocument, ...rest } = input;
  const once = (list: string[]) => [...new Set(list)];
  return {
    ...rest,
    wordings: once(rest.wordings).filter((wording) => wording !== rest.question),
    expectedPhrases: once(rest.expectedPhrases),
    forbiddenPhrases: once(rest.forbiddenPhrases),
    tags: once(rest.tags),
    referenceAnswer: rest.referenceAnswer === "" ? null : rest.referenceAnswer,
    expectedDocumentId: expectedDocument?.id ?? null,
    expectedDocumentName: expectedDocument?.name ?? null,
  };
}

/** A question as it could be written again: for a copy, an export, or the form that changes it. */
export function inputOf(question: GoldenQuestion): Required<GoldenQuestionInput> {
  const { ownerId, notes } = question;
  const { wordings, expectedPhrases, forbiddenPhrases, referenceAnswer, modelOpinion, expectedDocument, expectedPage, expectsRefusal, tags, weight, mustPass } = question;
  const expected = { expectedPhrases, forbiddenPhrases, referenceAnswer, modelOpinion, expectedDocument, expectedPage, expectsRefusal };
  return { question: question.question, wordings, ...expected, tags, ownerId, notes, weight, mustPass };
}

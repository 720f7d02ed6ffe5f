import "server-only";

import { chatAnswerSchema } from "@/lib/engine/contract";
import type { GoldenQuestion, GoldenVerdict } from "@/lib/portal/golden/golden-question";

/** A question as it is stored. */
interface QuestionRow {
  id: string;
  question: string;
  expectedPhrases: string[];
  expectedDocumentId: string | null;
  expectedDocumentName: string | null;
  expectedPage: number | null;
  expectsRefusal: boolean;
  createdAt: Date;
}

/** A verdict as it is stored. */
interface VerdictRow {
  passed: boolean;
  reason: string;
  answer: unknown;
  ranAt: Date;
}

/** A stored question as people see it. */
export function toGoldenQuestion(row: QuestionRow, latest: GoldenVerdict | null): GoldenQuestion {
  const { expectedDocumentId: id, expectedDocumentName: name } = row;
  return {
    id: row.id,
    question: row.question,
    expectedPhrases: row.expectedPhrases,
    expectedDocument: id === null || name === null ? null : { id, name },
    expectedPage: row.expectedPage,
    expectsRefusal: row.expectsRefusal,
    createdAt: row.createdAt.toISOString(),
    latest,
  };
}

/** A stored verdict as people see it. */
export function toGoldenVerdict(row: VerdictRow): GoldenVerdict {
  return { passed: row.passed, reason: row.reason, answer: chatAnswerSchema.parse(row.answer), ranAt: row.ranAt.toISOString() };
}

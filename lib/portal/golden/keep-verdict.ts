import "server-only";

import { newId } from "@/lib/platform/ids";
import type { PortalTransaction } from "@/lib/portal/database";
import type { Outcome } from "@/lib/portal/golden/ask-golden-question";
import type { AskedQuestion, GoldenVerdict } from "@/lib/portal/golden/golden-question";
import { toGoldenVerdict } from "@/lib/portal/golden/golden-row";
import type { TenantScope } from "@/lib/portal/scope";

/** Whose verdict it is. */
export interface VerdictOf {
  questionId: string;
  asked: AskedQuestion;
  /** The run and the question's place in it; null when it was run by itself. */
  run: { id: string; position: number } | null;
}

/**
 * Keeps a verdict. When a person has overruled the same answer to the same question before, their word holds for this one too: an
 * answer is accepted once, not after every run.
 */
export async function keepVerdict(tx: PortalTransaction, scope: TenantScope, { questionId, asked, run }: VerdictOf, outcome: Outcome): Promise<GoldenVerdict> {
  const { answer, others, judgement, tookMs } = outcome;
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const overruled = await tx.$queryRaw<{ at: Date; by: string | null; name: string; reason: string }[]>`
    SELECT v.overruled_at AS at, v.overruled_by AS by, v.overruled_name AS name, v.overruled_reason AS reason
    FROM portal.golden_verdict v JOIN portal.golden_question q ON q.organisation_id = v.organisation_id AND q.id = v.question_id
    WHERE v.organisation_id = ${owner.organisationId} AND v.project_id = ${owner.projectId} AND v.question_id = ${questionId}
      AND v.ran_at >= q.revised_at AND v.overruled_at IS NOT NULL AND v.passed = ${judgement.passed} AND v.answer->>'answer' = ${answer.answer}
    ORDER BY v.overruled_at DESC LIMIT 1`;
  const [word] = overruled;
  const row = await tx.goldenVerdict.create({
    data: {
      ...owner,
      ...judgement,
      id: newId("run"),
      questionId,
      runId: run?.id ?? null,
      position: run?.position ?? 0,
      asked,
      answer,
      others,
      tookMs,
      ranBy: scope.actorId,
      ...(word === undefined ? {} : { overruledAt: word.at, overruledBy: word.by, overruledName: word.name, overruledReason: word.reason }),
    },
  });
  return toGoldenVerdict(row);
}

import "server-only";

import { notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { type AskedQuestion, type GoldenQuestion, type GoldenQuestionInput, goldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { columnsOf, toAsked, toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import { latestVerdicts } from "@/lib/portal/golden/latest-verdicts";
import { requireOwner } from "@/lib/portal/golden/require-owner";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Changes a question. When it asks or expects something else now, its verdicts were about another one and it counts as not run;
 * tags, owner, notes, weight and must-pass leave them in place.
 *
 * @throws CitadelError `validation_failed`, `not_found`
 */
export async function changeGoldenQuestion(scope: TenantScope, id: string, input: GoldenQuestionInput): Promise<GoldenQuestion> {
  const columns = columnsOf(validated(goldenQuestionInput, input));
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  return withOrganisation(scope, async (tx) => {
    const before = await tx.goldenQuestion.findFirst({ where });
    if (before === null) throw notFound();
    // Who has left may stay the owner on paper; only a new one is looked at.
    if (columns.ownerId !== before.ownerId) await requireOwner(tx, scope, columns.ownerId);
    const revised = judged(toAsked(before)) !== judged(toAsked({ ...before, ...columns }));
    await tx.goldenQuestion.updateMany({ where, data: { ...columns, ...(revised ? { revisedAt: new Date() } : {}) } });
    const after = await tx.goldenQuestion.findFirstOrThrow({ where });
    const latest = revised ? null : ((await latestVerdicts(tx, scope)).get(id) ?? null);
    await recordAudit(tx, scope, {
      action: "golden.changed",
      target: { kind: "golden question", id, name: after.question },
      before: facts(before),
      after: facts(after),
    });
    return toGoldenQuestion(after, latest);
  });
}

/** What a verdict depends on, as one text. */
function judged({ tags: _tags, weight: _weight, mustPass: _mustPass, ...rest }: AskedQuestion): string {
  return JSON.stringify(rest);
}

function facts({ question, mustPass, weight, expectsRefusal, modelOpinion }: { question: string; mustPass: boolean; weight: number; expectsRefusal: boolean; modelOpinion: string }) {
  return { question, mustPass, weight, expectsRefusal, modelOpinion };
}

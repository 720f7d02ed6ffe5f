import "server-only";

import { z } from "zod";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { askedQuestion } from "@/lib/portal/golden/golden-question";
import type { TenantScope } from "@/lib/portal/scope";

/** Which verdict is wrong, and why. */
export const overruleInput = z.object({
  verdictId: z.string().max(100),
  reason: z.string().trim().min(3, "Say in a few words why.").max(1_000, "Shorten the reason."),
});

/**
 * Puts a person's word against a judgement: from then on the verdict counts as its opposite, also for the same answer in later runs.
 * Who, when and why stay with it and in the audit log.
 *
 * @throws CitadelError `validation_failed`, `not_found`, and `conflict` when it was overruled already
 */
export async function overruleVerdict(scope: TenantScope, input: z.input<typeof overruleInput>): Promise<void> {
  const { verdictId, reason } = validated(overruleInput, input);
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const verdict = await tx.goldenVerdict.findFirst({ where: { ...owner, id: verdictId } });
    if (verdict === null) throw notFound();
    if (verdict.overruledAt !== null) throw new CitadelError("conflict", "This verdict was overruled already. Take that back first.");
    await tx.goldenVerdict.updateMany({
      where: { ...owner, id: verdictId },
      data: { overruledAt: new Date(), overruledBy: scope.actorId, overruledName: scope.person.name, overruledReason: reason },
    });
    if (verdict.runId !== null)
      await tx.goldenRun.updateMany({ where: { ...owner, id: verdict.runId }, data: { passed: { increment: verdict.passed ? -1 : 1 } } });
    await recordAudit(tx, scope, {
      action: "golden.overruled",
      target: { kind: "golden question", id: verdict.questionId, name: askedQuestion.parse(verdict.asked).question },
      before: { passed: verdict.passed },
      after: { passed: !verdict.passed, reason },
    });
  });
}

/** Takes a person's word against a judgement back. Throws CitadelError `not_found` when there is none. */
export async function takeBackOverruling(scope: TenantScope, verdictId: string): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const verdict = await tx.goldenVerdict.findFirst({ where: { ...owner, id: verdictId, overruledAt: { not: null } } });
    if (verdict === null) throw notFound();
    await tx.goldenVerdict.updateMany({
      where: { ...owner, id: verdictId },
      data: { overruledAt: null, overruledBy: null, overruledName: null, overruledReason: null },
    });
    if (verdict.runId !== null)
      await tx.goldenRun.updateMany({ where: { ...owner, id: verdict.runId }, data: { passed: { increment: verdict.passed ? 1 : -1 } } });
    await recordAudit(tx, scope, {
      action: "golden.overruled",
      target: { kind: "golden question", id: verdict.questionId, name: askedQuestion.parse(verdict.asked).question },
      before: { passed: !verdict.passed },
      after: { passed: verdict.passed },
    });
  });
}

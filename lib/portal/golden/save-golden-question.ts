import "server-only";

import { validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { type GoldenQuestion, type GoldenQuestionInput, goldenQuestionInput, type Origin } from "@/lib/portal/golden/golden-question";
import { columnsOf, toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import { requireOwner } from "@/lib/portal/golden/require-owner";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** Keeps a question with what must come back for it. Throws CitadelError `validation_failed`. */
export async function saveGoldenQuestion(scope: TenantScope, input: GoldenQuestionInput, origin: Origin = "hand"): Promise<GoldenQuestion> {
  const columns = columnsOf(validated(goldenQuestionInput, input));
  const row = await withOrganisation(scope, async (tx) => {
    await requireOwner(tx, scope, columns.ownerId);
    const created = await tx.goldenQuestion.create({
      data: {
        ...columns,
        organisationId: scope.organisation.id,
        projectId: scope.project.id,
        id: newId("gld"),
        origin,
        createdBy: scope.actorId,
      },
    });
    await queueProjectJob(tx, scope, { kind: "golden.watch" });
    await recordAudit(tx, scope, { action: "golden.saved", target: { kind: "golden question", id: created.id, name: created.question } });
    return created;
  });
  return toGoldenQuestion(row, null);
}

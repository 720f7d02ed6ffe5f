import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import { type PromotionInput, promotionInput } from "@/lib/portal/promotion/promotion";
import type { TenantScope } from "@/lib/portal/scope";

/** Begins to copy documents and golden questions from a project of the same organisation into the scope's. Throws CitadelError `not_found`, `conflict`, `validation_failed`. */
export async function startPromotion(scope: TenantScope, given: PromotionInput): Promise<{ id: string }> {
  const { from, documentIds, questionIds } = validated(promotionInput, given);
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const id = newId("prm");
  await withOrganisation(scope, async (tx) => {
    const source = await tx.project.findFirst({ where: { organisationId: owner.organisationId, slug: from, leavingAt: null }, select: { id: true, name: true } });
    if (source === null || source.id === owner.projectId) throw notFound();
    const underWay = await tx.promotion.count({ where: { ...owner, status: { in: ["waiting", "copying", "reading"] } } });
    if (underWay > 0) throw new CitadelError("conflict", "Something is being copied into this project already. Wait until that is done.");
    await tx.promotion.create({
      data: { ...owner, id, fromProjectId: source.id, documentIds: [...new Set(documentIds)], questionIds: [...new Set(questionIds)], startedName: scope.person.name },
    });
    await queueProjectJob(tx, scope, { kind: "promotion.copy", subject: id });
    const after = { from: source.name, documents: documentIds.length, questions: questionIds.length };
    await recordAudit(tx, scope, { action: "promotion.started", target: { kind: "project", id: owner.projectId, name: scope.project.name }, after });
  });
  return { id };
}

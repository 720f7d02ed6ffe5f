import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import { type PromotionInput, promotionInput } from "@/lib/portal/promotion/promotion";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Begins to copy documents and golden questions of the scope's project into another one of the same organisation; the questions run here first. Throws
 * CitadelError `not_found`, `conflict`, `validation_failed`.
 */
export async function startPromotion(scope: TenantScope, given: PromotionInput): Promise<{ id: string }> {
  const { to, documentIds, questionIds } = validated(promotionInput, given);
  const organisationId = scope.organisation.id;
  const id = newId("prm");
  await withOrganisation(scope, async (tx) => {
    const target = await tx.project.findFirst({ where: { organisationId, slug: to, leavingAt: null }, select: { id: true, name: true } });
    if (target === null || target.id === scope.project.id) throw notFound();
    const underWay = await tx.promotion.count({ where: { organisationId, projectId: target.id, status: { notIn: ["done", "failed"] } } });
    if (underWay > 0) throw new CitadelError("conflict", "Something is being copied into that project already. Wait until that is done.");
    const chosen = { documentIds: [...new Set(documentIds)], questionIds: [...new Set(questionIds)] };
    await tx.promotion.create({ data: { organisationId, id, projectId: target.id, fromProjectId: scope.project.id, ...chosen, startedName: scope.person.name } });
    await queueProjectJob(tx, scope, { kind: "promotion.check", subject: id });
    const after = { from: scope.project.name, documents: documentIds.length, questions: questionIds.length };
    await recordAudit(tx, scope, { action: "promotion.started", target: { kind: "project", id: target.id, name: target.name }, after });
  });
  return { id };
}

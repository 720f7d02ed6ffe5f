import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { Promotion } from "@/lib/portal/promotion/promotion";
import type { TenantScope } from "@/lib/portal/scope";

const MOST_SHOWN = 10;
const STATUSES: readonly Promotion["status"][] = ["waiting", "checking", "copying", "reading", "done", "failed"];

/** The latest copies from and into the scope's project. */
export async function listPromotions(scope: TenantScope): Promise<Promotion[]> {
  const organisationId = scope.organisation.id;
  const here = scope.project.id;
  return withOrganisation(scope, async (tx) => {
    const rows = await tx.promotion.findMany({ where: { organisationId, OR: [{ projectId: here }, { fromProjectId: here }] }, orderBy: { createdAt: "desc" }, take: MOST_SHOWN });
    const projects = new Map((await tx.project.findMany({ where: { organisationId }, select: { id: true, name: true, slug: true } })).map((project) => [project.id, project]));
    return rows.map((row) => ({
      id: row.id,
      from: projects.get(row.fromProjectId)?.name ?? "",
      to: projects.get(row.projectId)?.name ?? "",
      fromSlug: projects.get(row.fromProjectId)?.slug ?? "",
      checkRun: row.checkRunNumber,
      toSlug: projects.get(row.projectId)?.slug ?? "",
      status: STATUSES.find((status) => status === row.status) ?? "waiting",
      done: row.done,
      documents: row.documentIds.length,
      questions: row.questionIds.length,
      reason: row.reason,
      run: row.runNumber,
      startedBy: row.startedName,
      createdAt: row.createdAt.toISOString(),
    }));
  });
}

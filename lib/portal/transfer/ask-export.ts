import "server-only";

import { z } from "zod";

import { createDataKey } from "@/lib/platform/crypto/key-store";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { queueOrganisationJob } from "@/lib/portal/jobs/queue-job";
import type { OrganisationScope } from "@/lib/portal/scope";

/** What is to be exported: one project by its address, or everything. */
export const exportInput = z.object({ project: z.string().max(100).nullable() });

/**
 * Asks for an archive of a project, or of everything of the scope's organisation; a job makes it. Returns its id.
 *
 * @throws CitadelError `not_found`, `conflict` while the same one is being made
 */
export async function askExport(scope: OrganisationScope, { project: slug }: z.output<typeof exportInput>): Promise<string> {
  const organisationId = scope.organisation.id;
  const id = newId("trf");
  await createDataKey(id);
  await withOrganisation(scope, async (tx) => {
    const project = slug === null ? null : await tx.project.findFirst({ where: { organisationId, slug, leavingAt: null }, select: { id: true, name: true } });
    if (slug !== null && project === null) throw notFound();
    const projectId = project?.id ?? null;
    const underWay = await tx.transfer.count({ where: { organisationId, projectId, kind: "export", status: { in: ["waiting", "running"] } } });
    if (underWay > 0) throw new CitadelError("conflict", "This export is being made already. Wait for it below.");
    await tx.transfer.create({ data: { organisationId, id, projectId, kind: "export", askedBy: scope.actorId, askedName: scope.person.name } });
    await queueOrganisationJob(tx, scope, { kind: "transfer.export", subject: id });
    await recordAudit(tx, scope, {
      action: project === null ? "customer.exported" : "project.exported",
      target: project === null ? { kind: "customer", id: organisationId, name: scope.organisation.name } : { kind: "project", id: project.id, name: project.name },
    });
  });
  return id;
}

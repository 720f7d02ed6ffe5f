import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import type { PortalTransaction } from "@/lib/portal/database";

/** What is to be opened in the engine after a deletion was undone. */
export interface Undone {
  engineProjects: string[];
}

/**
 * Takes a deletion back, in the caller's transaction: its projects are there again, with asking off. Projects that wait for a deletion of their own stay shut.
 *
 * @throws CitadelError `not_found`, `conflict` when it has begun or is done
 */
export async function undoDeletion(tx: PortalTransaction, organisationId: string, deletionId: string, actor: Actor): Promise<Undone> {
  const deletion = await tx.deletion.findFirst({ where: { organisationId, id: deletionId } });
  if (deletion === null) throw notFound();
  const { count } = await tx.deletion.updateMany({ where: { organisationId, id: deletionId, status: "waiting" }, data: { status: "undone", finishedAt: new Date() } });
  if (count === 0) throw new CitadelError("conflict", "This deletion has begun or is over, and cannot be undone.");
  await tx.job.deleteMany({ where: { organisationId, kind: "leaving.delete", subject: deletionId } });
  const open = await tx.deletion.findMany({ where: { organisationId, status: { in: ["waiting", "running"] } }, select: { projectId: true } });
  const engineProjects = open.some(({ projectId }) => projectId === null) ? [] : await reopened(tx, organisationId, deletion.projectId, open.flatMap(({ projectId }) => projectId ?? []));
  if (deletion.projectId === null) await tx.organisation.updateMany({ where: { id: organisationId, status: "deleting" }, data: { status: "active" } });
  await recordAuditAs(tx, organisationId, actor, {
    action: deletion.projectId === null ? "customer.deletion-undone" : "project.deletion-undone",
    target: { kind: deletion.projectId === null ? "customer" : "project", id: deletion.projectId ?? organisationId, name: deletion.name },
  });
  log.warn({ organisationId, deletionId }, "deletion undone");
  return { engineProjects };
}

async function reopened(tx: PortalTransaction, organisationId: string, projectId: string | null, stillLeaving: string[]): Promise<string[]> {
  const where = { organisationId, id: projectId ?? { notIn: stillLeaving } };
  await tx.project.updateMany({ where, data: { leavingAt: null } });
  return (await tx.project.findMany({ where, select: { engineProjectId: true } })).map(({ engineProjectId }) => engineProjectId);
}

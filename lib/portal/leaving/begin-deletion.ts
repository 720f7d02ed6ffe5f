import "server-only";

import { env } from "@/lib/platform/env";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import type { PortalTransaction } from "@/lib/portal/database";
import { insertJob } from "@/lib/portal/jobs/insert-job";

const DAY_MS = 86_400_000;

/** What is to be deleted, by whom and when. */
export interface DeletionRequest {
  organisationId: string;
  customer: string;
  /** Null for the whole customer. */
  project: { id: string; name: string } | null;
  actor: Actor;
  /** Days in which it can be undone; the server's own number where absent. */
  graceDays?: number | undefined;
}

/** A deletion that was written down, and the engine's projects that are to be shut. */
export interface BegunDeletion {
  id: string;
  dueAt: Date;
  engineProjects: string[];
}

/**
 * Writes a deletion down in the caller's transaction: its projects are found by nobody from then on, their jobs wait, asking is off, and a job is due when the time of
 * grace is over. The keys are refused when the engine's projects are shut, which follows the transaction.
 *
 * @throws CitadelError `conflict` when one is asked for already, `not_found` without a project
 */
export async function beginDeletion(tx: PortalTransaction, { organisationId, customer, project, actor, graceDays = env().DELETION_GRACE_DAYS }: DeletionRequest): Promise<BegunDeletion> {
  const open = await tx.deletion.count({ where: { organisationId, projectId: project?.id ?? null, status: { in: ["waiting", "running"] } } });
  if (open > 0) throw new CitadelError("conflict", "Its deletion is asked for already.");
  const where = { organisationId, ...(project === null ? {} : { id: project.id }) };
  const projects = await tx.project.findMany({ where, select: { engineProjectId: true }, orderBy: { id: "asc" } });
  if (project !== null && projects.length === 0) throw notFound();
  const [id, dueAt] = [newId("del"), new Date(Date.now() + graceDays * DAY_MS)];
  await tx.project.updateMany({ where, data: { leavingAt: dueAt, askingEnabled: false } });
  await tx.deletion.create({
    data: { organisationId, id, projectId: project?.id ?? null, customer, name: project?.name ?? customer, askedKind: actor.kind, askedName: actor.name, dueAt },
  });
  await insertJob(tx, organisationId, null, { kind: "leaving.delete", subject: id, dueAt });
  await recordAuditAs(tx, organisationId, actor, {
    action: project === null ? "customer.deletion-asked" : "project.deletion-asked",
    target: project === null ? { kind: "customer", id: organisationId, name: customer } : { kind: "project", ...project },
    after: { graceDays, dueAt: dueAt.toISOString() },
  });
  log.warn({ organisationId, deletionId: id, projects: projects.length, dueAt }, "deletion asked for");
  return { id, dueAt, engineProjects: projects.map(({ engineProjectId }) => engineProjectId) };
}

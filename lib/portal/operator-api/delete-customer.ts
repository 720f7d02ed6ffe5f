import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError, toCitadelError } from "@/lib/platform/errors";
import type { Actor } from "@/lib/portal/audit/audit-event";
import type { PortalTransaction } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { beginDeletion } from "@/lib/portal/leaving/begin-deletion";
import { setEngineProjects } from "@/lib/portal/leaving/shut-engine";
import { undoDeletion } from "@/lib/portal/leaving/undo-deletion";
import type { CustomerDeletion } from "@/lib/portal/operator-api/customer";
import { onCustomer } from "@/lib/portal/operator-api/on-customer";

const DAY_MS = 86_400_000;

/**
 * Ends a customer: it is shut at once, for its people and for every key, those of its own software included; when the time of grace is over a job deletes it for good.
 * The same again tells how far that is; with another time of grace it moves the day.
 *
 * @throws CitadelError `not_found`, and the engine's code when its projects could not be shut
 */
export async function deleteCustomer(organisationId: string, actor: Actor, graceDays?: number, admin: EngineAdmin = engineAdmin()): Promise<CustomerDeletion> {
  const { shown, engineProjects } = await onCustomer(organisationId, async (tx, customer) => {
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { status: "deleting" } });
    if (!(await moved(tx, organisationId, graceDays))) await beginDeletion(tx, { organisationId, customer: customer.name, project: null, actor, graceDays });
    return read(tx, organisationId);
  });
  try {
    await setEngineProjects(admin, engineProjects, "suspended");
  } catch (thrown) {
    throw new CitadelError(toCitadelError(thrown).code, "The customer is shut for its people, but the engine did not shut its keys. Send the same request again; it goes on where it stopped.", { cause: thrown });
  }
  return shown;
}

/** Takes the deletion of a customer back: it is open again, with asking off. Throws CitadelError `not_found`, `conflict` when it has begun. */
export async function undoCustomerDeletion(organisationId: string, actor: Actor, admin: EngineAdmin = engineAdmin()): Promise<void> {
  const { engineProjects } = await onCustomer(organisationId, async (tx) => {
    const open = await openDeletion(tx, organisationId);
    if (open === null) throw new CitadelError("conflict", "This customer’s deletion is not asked for, so there is nothing to undo.");
    return undoDeletion(tx, organisationId, open.id, actor);
  });
  await setEngineProjects(admin, engineProjects, "active");
}

/** False when no deletion of the customer is open; one that is gets the new day, if one is named. */
async function moved(tx: PortalTransaction, organisationId: string, graceDays: number | undefined): Promise<boolean> {
  const open = await openDeletion(tx, organisationId);
  if (open === null) return false;
  if (graceDays === undefined || open.status !== "waiting") return true;
  const dueAt = new Date(Date.now() + graceDays * DAY_MS);
  await tx.deletion.updateMany({ where: { organisationId, id: open.id }, data: { dueAt } });
  await tx.project.updateMany({ where: { organisationId }, data: { leavingAt: dueAt } });
  await tx.job.updateMany({ where: { organisationId, kind: "leaving.delete", subject: open.id }, data: { dueAt } });
  return true;
}

async function openDeletion(tx: PortalTransaction, organisationId: string) {
  return tx.deletion.findFirst({ where: { organisationId, projectId: null, status: { in: ["waiting", "running"] } } });
}

async function read(tx: PortalTransaction, organisationId: string): Promise<{ shown: CustomerDeletion; engineProjects: string[] }> {
  const deletion = await tx.deletion.findFirstOrThrow({ where: { organisationId, projectId: null, status: { in: ["waiting", "running"] } } });
  const projects = await tx.project.findMany({ where: { organisationId }, select: { id: true, name: true, engineProjectId: true }, orderBy: { id: "asc" } });
  const state = deletion.status === "waiting" ? "waiting" : "pending";
  return {
    shown: { id: organisationId, status: "deleting", deletionId: deletion.id, dueAt: deletion.dueAt.toISOString(), projects: projects.map(({ id, name }) => ({ id, name, deletion: state })) },
    engineProjects: projects.map(({ engineProjectId }) => engineProjectId),
  };
}

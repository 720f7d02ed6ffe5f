import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { engineAdmin } from "@/lib/portal/engine-door";
import { setEngineProjects } from "@/lib/portal/leaving/shut-engine";
import { onCustomer } from "@/lib/portal/operator-api/on-customer";

const ACTIONS = { name: "customer.changed", suspended: "customer.suspended", active: "customer.resumed" } as const;

/** Gives a customer another name; its address stays. Throws CitadelError `not_found`, and `conflict` for one that is being deleted. */
export async function renameCustomer(organisationId: string, name: string, actor: Actor): Promise<void> {
  await onCustomer(organisationId, async (tx, customer) => {
    requireStaying(customer.status);
    if (customer.name === name) return;
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { name } });
    await recordAuditAs(tx, organisationId, actor, {
      action: ACTIONS.name,
      target: { kind: "customer", id: organisationId, name },
      before: { name: customer.name },
      after: { name },
    });
  });
}

/**
 * Shuts a customer, or opens it again. While it is `suspended` no session, no invitation and no job of it makes a scope, from the next request on and in every
 * process: its people find nothing at its addresses, and no key of it opens anything, those of its own software included. The same again changes nothing.
 *
 * @throws CitadelError `not_found`, and `conflict` for a customer that is being deleted
 */
export async function setCustomerStatus(organisationId: string, status: "active" | "suspended", actor: Actor, admin: EngineAdmin = engineAdmin()): Promise<void> {
  const engineProjects = await onCustomer(organisationId, async (tx, customer) => {
    requireStaying(customer.status);
    const projects = await tx.project.findMany({ where: { organisationId, leavingAt: null }, select: { engineProjectId: true } });
    const ids = projects.map(({ engineProjectId }) => engineProjectId);
    if (customer.status === status) return ids;
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { status } });
    await recordAuditAs(tx, organisationId, actor, {
      action: ACTIONS[status],
      target: { kind: "customer", id: organisationId, name: customer.name },
      before: { status: customer.status },
      after: { status },
    });
    log.warn({ organisationId, status }, "customer's status changed");
    return ids;
  });
  await setEngineProjects(admin, engineProjects, status);
}

function requireStaying(status: string): void {
  if (status === "deleting") throw new CitadelError("conflict", "This customer is to be deleted. Undo its deletion first, or create a new customer.");
}

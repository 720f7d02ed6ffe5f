import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
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
 * process: its people find nothing at its addresses, and the portal uses none of its keys. The same again changes nothing.
 *
 * @throws CitadelError `not_found`, and `conflict` for a customer that is being deleted
 */
export async function setCustomerStatus(organisationId: string, status: "active" | "suspended", actor: Actor): Promise<void> {
  const changed = await onCustomer(organisationId, async (tx, customer) => {
    requireStaying(customer.status);
    if (customer.status === status) return false;
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { status } });
    await recordAuditAs(tx, organisationId, actor, {
      action: ACTIONS[status],
      target: { kind: "customer", id: organisationId, name: customer.name },
      before: { status: customer.status },
      after: { status },
    });
    return true;
  });
  if (changed) log.warn({ organisationId, status }, "customer's status changed");
}

function requireStaying(status: string): void {
  if (status === "deleting") throw new CitadelError("conflict", "This customer is being deleted, and that cannot be undone. Create a new customer instead.");
}

import "server-only";

import { notFound } from "@/lib/platform/errors";
import { invalid } from "@/lib/platform/http/validated";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { setCustomerStatus } from "@/lib/portal/operator-api/change-customer";
import { customerOf } from "@/lib/portal/operator-api/customer-rows";
import { deleteCustomer, undoCustomerDeletion } from "@/lib/portal/operator-api/delete-customer";
import type { SignedIn } from "@/lib/portal/scope";

/** Shuts a customer from the desk, or opens it again. Throws CitadelError `not_found`, `conflict`. */
export async function changeStatusFromDesk(operator: SignedIn, id: string, status: "active" | "suspended"): Promise<void> {
  await setCustomerStatus(id, status, actorAt(operator));
}

/** Deletes a customer from the desk. Throws CitadelError `not_found`, `validation_failed` when the typed name is another one. */
export async function deleteFromDesk(operator: SignedIn, { id, typedName, graceDays }: { id: string; typedName: string; graceDays: number }): Promise<void> {
  const actor = actorAt(operator);
  const customer = await customerOf(id);
  if (customer === undefined) throw notFound();
  if (typedName.trim() !== customer.name) throw invalid([{ path: "typedName", message: `must be “${customer.name}”, to the letter` }]);
  await deleteCustomer(id, actor, graceDays);
}

/** Takes a customer's deletion back from the desk. Throws CitadelError `not_found`, `conflict`. */
export async function undoFromDesk(operator: SignedIn, id: string): Promise<void> {
  await undoCustomerDeletion(id, actorAt(operator));
}

function actorAt(operator: SignedIn): Actor {
  if (!operator.operator) throw notFound();
  return { kind: "operator", id: operator.personId, name: operator.name };
}

import "server-only";

import { invalid } from "@/lib/platform/http/validated";
import type { PortalTransaction } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Throws CitadelError `validation_failed` unless a question's owner is of this organisation. */
export async function requireOwner(tx: PortalTransaction, scope: TenantScope, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const count = await tx.membership.count({ where: { organisationId: scope.organisation.id, personId: ownerId } });
  if (count === 0) throw invalid([{ path: "ownerId", message: "Choose a person of your organisation." }]);
}

import "server-only";

import { log } from "@/lib/platform/log";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { SYSTEM } from "@/lib/portal/audit/audit-event";
import { withOrganisation } from "@/lib/portal/database";
import { unknownKeys } from "@/lib/portal/keys/list-keys";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Tells of keys that open the scope's project and that nobody has issued through this portal: whoever holds the management key could make one, and no call can
 * hide it. Each is told of once, in the customer's log and as an error in the server's. Returns how many open it now.
 */
export async function reportUnknownKeys(scope: TenantScope): Promise<number> {
  const found = await unknownKeys(scope);
  const organisationId = scope.organisation.id;
  for (const { id, prefix, createdAt } of found) {
    log.error({ organisationId, projectId: scope.project.id, keyId: id, prefix }, "a key opens this project that nobody has issued through this portal");
    await withOrganisation(scope, async (tx) => {
      const told = await tx.auditEvent.findFirst({ where: { organisationId, action: "key.unknown", targetId: id }, select: { sequence: true } });
      if (told !== null) return;
      await recordAuditAs(tx, organisationId, SYSTEM, { action: "key.unknown", target: { kind: "key", id, name: prefix }, after: { project: scope.project.name, createdAt } });
    });
  }
  return found.length;
}

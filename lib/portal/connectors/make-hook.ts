import "server-only";

import { randomToken, sha256 } from "@/lib/platform/crypto/token";
import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Makes a source's webhook address and shows it this once; an earlier one stops working. Throws CitadelError `not_found`. */
export async function makeHook(scope: TenantScope, id: string): Promise<{ url: string }> {
  const token = randomToken();
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id, status: { not: "leaving" } };
  await withOrganisation(scope, async (tx) => {
    const row = await tx.connector.findFirst({ where, select: { name: true } });
    if (row === null) throw notFound();
    await tx.connector.updateMany({ where, data: { hookHash: Uint8Array.from(sha256(token)) } });
    await recordAudit(tx, scope, { action: "connector.changed", target: { kind: "source", id, name: row.name }, after: { webhook: "new address" } });
  });
  return { url: `${appUrl()}/api/hooks/${token}` };
}

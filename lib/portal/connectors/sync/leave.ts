import "server-only";

import { recordAudit } from "@/lib/portal/audit/record-audit";
import { knownDocuments } from "@/lib/portal/connectors/sync/known-documents";
import { removeSourceDocument } from "@/lib/portal/connectors/sync/remove-document";
import { withOrganisation } from "@/lib/portal/database";
import { documentsChanged } from "@/lib/portal/golden/watch";
import type { TenantScope } from "@/lib/portal/scope";
import { measureSoon } from "@/lib/portal/usage/measure-soon";
import { openVault } from "@/lib/portal/vault";

/** Ends a source with everything it has brought. Goes on where it was when it is done again. */
export async function leave(scope: TenantScope, id: string, signal: AbortSignal): Promise<undefined> {
  const client = await openVault(scope);
  for (const [address, { documentId }] of await knownDocuments(scope, id)) {
    signal.throwIfAborted();
    await removeSourceDocument(scope, client, id, { address, documentId });
  }
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  await withOrganisation(scope, async (tx) => {
    const row = await tx.connector.findFirst({ where, select: { name: true } });
    await tx.connector.deleteMany({ where });
    await documentsChanged(tx, scope);
    await measureSoon(tx, scope);
    if (row !== null) await recordAudit(tx, scope, { action: "connector.removed", target: { kind: "source", id, name: row.name }, before: { documents: "removed" } });
  });
  return undefined;
}

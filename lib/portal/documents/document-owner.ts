import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { documentPath } from "@/lib/portal/documents/document-path";
import { requireOwner } from "@/lib/portal/golden/require-owner";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Who is to look after a document; null for nobody. */
export const ownerInput = documentPath.extend({ ownerId: z.string().max(100).nullable() });

/** Makes whoever uploads a document its owner, unless it has one. What the product does by itself has no owner. */
export async function ownByUploader(tx: PortalTransaction, scope: TenantScope, documentId: string): Promise<void> {
  if (scope.actorId === null) return;
  const data = [{ organisationId: scope.organisation.id, projectId: scope.project.id, documentId, ownerId: scope.actorId }];
  await tx.documentOwner.createMany({ data, skipDuplicates: true });
}

/** Forgets the owner of a document that is gone. */
export async function disown(tx: PortalTransaction, scope: TenantScope, documentId: string): Promise<void> {
  await tx.documentOwner.deleteMany({ where: { organisationId: scope.organisation.id, projectId: scope.project.id, documentId } });
}

/** Names who looks after a document of the scope's project. Throws CitadelError `not_found`, and `validation_failed` for who is no member. */
export async function assignOwner(scope: TenantScope, { id, ownerId }: z.output<typeof ownerInput>): Promise<void> {
  const client = await openVault(scope);
  const { name } = await client.documents.get(id);
  await withOrganisation(scope, async (tx) => {
    await requireOwner(tx, scope, ownerId);
    await disown(tx, scope, id);
    if (ownerId !== null) await tx.documentOwner.create({ data: { organisationId: scope.organisation.id, projectId: scope.project.id, documentId: id, ownerId } });
    await recordAudit(tx, scope, { action: "document.assigned", target: { kind: "document", id, name }, after: { owner: ownerId } });
  });
}

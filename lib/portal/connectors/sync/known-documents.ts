import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { KnownFile } from "@/lib/portal/connectors/connector";
import type { Taken, SourceFile } from "@/lib/portal/connectors/sync/take-file";
import type { TenantScope } from "@/lib/portal/scope";

/** What a source has brought under an address. */
export interface KnownDocument extends KnownFile {
  documentId: string;
  name: string;
  digest: string;
}

/** A source of the scope's project, as its rows name it. */
export function ownerOf(scope: TenantScope, connectorId: string) {
  return { organisationId: scope.organisation.id, projectId: scope.project.id, connectorId };
}

/** Everything a source has brought, by its address. */
export async function knownDocuments(scope: TenantScope, connectorId: string): Promise<Map<string, KnownDocument>> {
  const rows = await withOrganisation(scope, (tx) => tx.connectorDocument.findMany({ where: ownerOf(scope, connectorId) }));
  return new Map(rows.map(({ address, etag, modified, links, documentId, name, digest }) => [address, { etag, modified, links, documentId, name, digest }]));
}

/** Keeps which document a file became. */
export async function keepDocument(scope: TenantScope, connectorId: string, file: SourceFile, { documentId, name, digest, outcome }: Taken): Promise<void> {
  const owner = ownerOf(scope, connectorId);
  const { address, link, etag, modified } = file;
  const facts = { documentId, name, link, etag, modified, digest, links: [...file.links], ...(outcome === "unchanged" ? {} : { changedAt: new Date() }) };
  const key = { organisationId: owner.organisationId, connectorId, address };
  await withOrganisation(scope, (tx) =>
    tx.connectorDocument.upsert({ where: { organisationId_connectorId_address: key }, create: { ...owner, address, ...facts }, update: facts }),
  );
}

/** Forgets an address. */
export async function forgetDocument(scope: TenantScope, connectorId: string, address: string): Promise<void> {
  await withOrganisation(scope, (tx) => tx.connectorDocument.deleteMany({ where: { ...ownerOf(scope, connectorId), address } }));
}

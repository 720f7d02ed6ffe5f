import "server-only";

import { readOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Where a document came from. */
export interface DocumentSource {
  /** The source's name. */
  name: string;
  /** The page there; null where there is none to open. */
  link: string | null;
}

/** Where the documents of the scope's project came from, by their ids; those that somebody uploaded are not among them. */
export async function documentSources(scope: TenantScope, documentIds?: readonly string[]): Promise<Record<string, DocumentSource>> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const rows = await readOrganisation(scope, (tx) =>
    tx.connectorDocument.findMany({
      where: { ...owner, ...(documentIds === undefined ? {} : { documentId: { in: [...documentIds] } }) },
      select: { documentId: true, link: true, connector: { select: { name: true } } },
    }),
  );
  return Object.fromEntries(rows.map(({ documentId, link, connector }) => [documentId, { name: connector.name, link }]));
}

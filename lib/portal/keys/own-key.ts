import "server-only";

import { notFound } from "@/lib/platform/errors";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** The portal's own key of a project, as its row names it: no secret. */
export interface OwnKey {
  engineProjectId: string;
  engineKeyId: string;
  keyPrefix: string;
}

/** The scope's project and its own key, as the engine names them: from the row, never from what a caller says. Throws CitadelError `not_found`. */
export async function ownKey(scope: TenantScope): Promise<OwnKey> {
  return withOrganisation(scope, (tx) => ownKeyIn(tx, scope));
}

/** {@link ownKey} in a transaction that is open. */
export async function ownKeyIn(tx: PortalTransaction, scope: TenantScope): Promise<OwnKey> {
  const row = await tx.project.findFirst({
    where: { organisationId: scope.organisation.id, id: scope.project.id },
    select: { engineProjectId: true, engineKeyId: true, keyPrefix: true },
  });
  if (row === null) throw notFound();
  return row;
}

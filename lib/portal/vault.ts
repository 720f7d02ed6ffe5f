import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { seal, unseal } from "@/lib/platform/crypto/seal";
import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import { engineClient } from "@/lib/portal/engine-door";
import type { TenantScope } from "@/lib/portal/scope";

/** Whose key it is: sealed into the ciphertext, so that a key moved to another row opens nothing. */
export interface KeyOwner {
  organisationId: string;
  projectId: string;
}

/** Seals a project key for its row in `portal.project`. */
export function sealKey(key: string, owner: KeyOwner): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(seal(Buffer.from(key, "utf8"), keyContext(owner)));
}

/**
 * The engine, as the scope's project reaches it: with that project's own key, unsealed for this call.
 *
 * @throws CitadelError `not_found` when the project is gone, `internal` when its key does not belong to it
 */
export async function openVault(scope: TenantScope): Promise<EngineClient> {
  const owner: KeyOwner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const row = await withOrganisation(scope, (tx) =>
    tx.project.findFirst({ where: { organisationId: owner.organisationId, id: owner.projectId }, select: { sealedKey: true } }),
  );
  if (row === null) throw notFound();
  return engineClient(unseal(row.sealedKey, keyContext(owner)).toString("utf8"));
}

/** The engine, as the organisation's other projects reach it: for the check that a new key of the scope's project opens none of them. */
export async function openNeighbours(scope: TenantScope): Promise<EngineClient[]> {
  const organisationId = scope.organisation.id;
  const rows = await withOrganisation(scope, (tx) =>
    tx.project.findMany({ where: { organisationId, id: { not: scope.project.id }, leavingAt: null }, orderBy: { id: "asc" }, select: { id: true, sealedKey: true } }),
  );
  return rows.map(({ id, sealedKey }) => engineClient(unseal(sealedKey, keyContext({ organisationId, projectId: id })).toString("utf8")));
}

/** The engine, as another project of the scope's organisation reaches it: what is copied from there comes by that project's own key. Throws CitadelError `not_found`. */
export async function openSibling(scope: TenantScope, projectId: string): Promise<EngineClient> {
  const owner: KeyOwner = { organisationId: scope.organisation.id, projectId };
  const row = await withOrganisation(scope, (tx) => tx.project.findFirst({ where: { organisationId: owner.organisationId, id: projectId }, select: { sealedKey: true } }));
  if (row === null) throw notFound();
  return engineClient(unseal(row.sealedKey, keyContext(owner)).toString("utf8"));
}

/** What a project's key is sealed for: see `seal`. For the vault, and for the exchange of the master key. */
export function keyContext({ organisationId, projectId }: KeyOwner): string {
  return `project key of ${organisationId}/${projectId}`;
}

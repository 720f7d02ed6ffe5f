import "server-only";

import { removeBlobs } from "@/lib/platform/blobs/sealed-blobs";
import { destroyDataKey } from "@/lib/platform/crypto/key-store";
import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** What a transfer's work writes down of itself. */
interface Changed {
  status?: "running" | "ready" | "failed" | "expired";
  done?: number;
  total?: number;
  bytes?: bigint;
  sha256?: string;
  note?: string | null;
  finishedAt?: Date;
  expiresAt?: Date;
}

/** Writes down how far a transfer of the scope's organisation is. */
export async function changeTransfer(scope: OrganisationScope, id: string, data: Changed): Promise<void> {
  const organisationId = scope.organisation.id;
  await withOrganisation(scope, (tx) => tx.transfer.updateMany({ where: { organisationId, id }, data }));
}

/** Removes a transfer's bytes, and the key that opens them. */
export async function discardArchive(transferId: string): Promise<void> {
  await removeBlobs(`${transferId}/`);
  await destroyDataKey(transferId);
}

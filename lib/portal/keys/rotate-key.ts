import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import type { IssuedKey } from "@/lib/engine/contract";
import { CitadelError } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import { issueCheckedKey } from "@/lib/portal/keys/issue-checked-key";
import { type OwnKey, ownKey } from "@/lib/portal/keys/own-key";
import { endKey } from "@/lib/portal/keys/retire-key";
import type { TenantScope } from "@/lib/portal/scope";
import { sealKey } from "@/lib/portal/vault";

/** How long the old key stays valid beside the new one, in seconds, so that requests in flight do not fail. */
export const OVERLAP_SECONDS = 60;

/** The name of the portal's own key in the engine's list. */
const OWN_NAME = "Portal";

/** How a key is rotated. */
export interface RotationOptions {
  /** Ends the old key now, for one that may have leaked: requests in flight may fail. */
  atOnce?: boolean | undefined;
  admin?: EngineAdmin | undefined;
}

/** What a rotation has done. */
export interface Rotation {
  prefix: string;
  /** When the old key ends: ISO 8601 UTC. */
  oldEndsAt: string;
}

/**
 * Gives the scope's project a new key of the portal's own: issued, tried, and sealed into the project's row together with the row of the
 * log and the job that ends the old one. Every later request opens the vault with the new key.
 *
 * @throws CitadelError `conflict` when somebody else rotates it at the same moment, and whatever the engine throws
 */
export async function rotateKey(scope: TenantScope, { atOnce = false, admin = engineAdmin() }: RotationOptions = {}): Promise<Rotation> {
  const old = await ownKey(scope);
  const oldEndsAt = new Date(Date.now() + (atOnce ? 0 : OVERLAP_SECONDS * 1_000));
  const prefix = await issueCheckedKey(scope, admin, { name: OWN_NAME }, (issued) => exchange(scope, old, issued, oldEndsAt));
  // The job stands behind it, should this process end just now.
  if (atOnce) await endKey(scope, old.engineKeyId, admin);
  return { prefix, oldEndsAt: oldEndsAt.toISOString() };
}

async function exchange(scope: TenantScope, old: OwnKey, { id, key, prefix }: IssuedKey, oldEndsAt: Date): Promise<string> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { organisationId: owner.organisationId, id: owner.projectId, engineKeyId: old.engineKeyId },
      data: { engineKeyId: id, keyPrefix: prefix, sealedKey: sealKey(key, owner) },
    });
    if (count !== 1) throw new CitadelError("conflict", "Somebody else has rotated this key just now. Look at the list before you try again.");
    await queueProjectJob(tx, scope, { kind: "key.retire", subject: old.engineKeyId, dueAt: oldEndsAt });
    await recordAudit(tx, scope, {
      action: "key.rotated",
      target: { kind: "key", id: old.engineKeyId, name: old.keyPrefix },
      before: { project: scope.project.name, prefix: old.keyPrefix },
      after: { project: scope.project.name, prefix, oldEndsAt: oldEndsAt.toISOString() },
    });
  });
  return prefix;
}

import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { engineAdmin } from "@/lib/portal/engine-door";
import { ownKey } from "@/lib/portal/keys/own-key";
import { endKey } from "@/lib/portal/keys/retire-key";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Ends a key of the scope's project, in every process at once and for good; a second time changes nothing.
 *
 * @throws CitadelError `not_found` for a key of another project or none, `conflict` for the portal's own
 */
export async function revokeKey(scope: TenantScope, keyId: string, admin: EngineAdmin = engineAdmin()): Promise<void> {
  if (keyId === (await ownKey(scope)).engineKeyId) {
    throw new CitadelError("conflict", "The portal itself works with this key. Rotate it at once instead: that ends it and puts a new one in its place.");
  }
  if (!(await endKey(scope, keyId, admin))) throw notFound();
}

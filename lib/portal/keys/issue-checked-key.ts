import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import type { IssuedKey, IssueKeyInput } from "@/lib/engine/contract";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { engineClient } from "@/lib/portal/engine-door";
import { checkBlastRadius } from "@/lib/portal/keys/check-blast-radius";
import { ownKey } from "@/lib/portal/keys/own-key";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Issues a key of the scope's project, tries it, and hands it to `keep`, which records it. Whatever fails on the way, the key is revoked
 * again. Throws what the engine, the check or `keep` threw.
 */
export async function issueCheckedKey<Kept>(scope: TenantScope, admin: EngineAdmin, input: IssueKeyInput, keep: (issued: IssuedKey) => Promise<Kept>): Promise<Kept> {
  const { engineProjectId } = await ownKey(scope);
  const issued = await admin.issueKey(engineProjectId, input);
  try {
    await checkBlastRadius(scope, engineClient(issued.key));
    return await keep(issued);
  } catch (thrown) {
    await takeBack(scope, admin, issued.id);
    throw thrown;
  }
}

async function takeBack(scope: TenantScope, admin: EngineAdmin, keyId: string): Promise<void> {
  try {
    const { engineProjectId, engineKeyId } = await ownKey(scope);
    // A commit whose answer was lost may have put the key into use.
    if (engineKeyId !== keyId) await admin.revokeKey(engineProjectId, keyId);
  } catch (thrown) {
    // It stands in the project's list as one that this portal did not issue, where an admin can revoke it.
    log.error({ keyId, error: errorTrace(thrown) }, "a key that nobody holds was not revoked");
  }
}

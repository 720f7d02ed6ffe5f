import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { JobCall } from "@/lib/portal/jobs/handler";
import { withdrawProjectJob } from "@/lib/portal/jobs/queue-job";
import { ownKey } from "@/lib/portal/keys/own-key";
import type { TenantScope } from "@/lib/portal/scope";

/** Ends the key that a rotation has replaced, once the overlap is over. `subject` is its id. */
export async function retireKey(scope: TenantScope, { subject }: Pick<JobCall, "subject">): Promise<undefined> {
  await endKey(scope, subject, engineAdmin());
}

/**
 * Ends a key of the scope's project that is not the portal's own of today, and says so in the log. One that has ended already, or that
 * the project does not have, is left as it is. True when there is such a key.
 */
export async function endKey(scope: TenantScope, keyId: string, admin: EngineAdmin): Promise<boolean> {
  const { engineProjectId, engineKeyId } = await ownKey(scope);
  if (keyId === engineKeyId) return false;
  const key = (await admin.listKeys(engineProjectId)).data.find(({ id }) => id === keyId);
  const hadEnded = typeof key?.revokedAt === "string";
  if (!hadEnded && !(await revoked(admin, engineProjectId, keyId))) return false;
  await withOrganisation(scope, async (tx) => {
    await withdrawProjectJob(tx, scope, "key.retire", keyId);
    if (hadEnded) return;
    await recordAudit(tx, scope, {
      action: "key.revoked",
      target: { kind: "key", id: keyId, name: key?.name ?? key?.prefix ?? "a key" },
      before: { project: scope.project.name, prefix: key?.prefix ?? null },
    });
  });
  return true;
}

/** False when the project has no such key. */
async function revoked(admin: EngineAdmin, engineProjectId: string, keyId: string): Promise<boolean> {
  try {
    await admin.revokeKey(engineProjectId, keyId);
    return true;
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") return false;
    throw thrown;
  }
}

import "server-only";

import { withProject } from "@/lib/engine/database";
import { existingId } from "@/lib/engine/identifiers";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** Ends a key of the scope's project at once and for good; a second time changes nothing. Throws CitadelError `not_found`. */
export async function revokeKey(scope: ProjectScope, keyId: string): Promise<void> {
  const { projectId } = scope;
  const id = existingId("key", keyId);
  await withProject(scope, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { projectId_id: { projectId, id } } });
    if (key === null) throw notFound();
    if (key.revokedAt === null) await tx.apiKey.update({ where: { projectId_id: { projectId, id } }, data: { revokedAt: new Date() } });
  });
  log.info({ projectId, keyId: id }, "key revoked");
}

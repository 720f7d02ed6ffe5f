import "server-only";

import type { z } from "zod";

import type { IssuedKey, issueKeyInput } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { newProjectKey } from "@/lib/engine/keys/project-key";
import { lockActiveProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

/** Makes a key of the scope's project. Its secret stands in this answer and nowhere else. Throws CitadelError `not_found`. */
export async function issueKey(scope: ProjectScope, { name, expiresAt }: z.output<typeof issueKeyInput>): Promise<IssuedKey> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    const project = await lockActiveProject(tx, scope);
    const { secret, prefix, hash } = newProjectKey(project.environment);
    const row = await tx.apiKey.create({
      data: { projectId, id: newId("key"), name: name ?? null, prefix, hash: new Uint8Array(hash), expiresAt: expiresAt ?? null },
    });
    log.info({ projectId, keyId: row.id }, "key issued");
    return { id: row.id, key: secret, prefix, createdAt: row.createdAt.toISOString() };
  });
}

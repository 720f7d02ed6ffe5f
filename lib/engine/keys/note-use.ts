import "server-only";

import { withProject } from "@/lib/engine/database";
import type { AuthenticatedKey } from "@/lib/engine/scope";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";

/** How exact "last used" is, in ms. */
const EXACTNESS_MS = 60_000;

/** Keys whose use is being written at the moment, so that a burst of requests writes it once. */
const writing = new Map<string, Promise<void>>();

/** Notes that a key was used, at most once a minute and without keeping the request waiting. */
export function noteUse(key: AuthenticatedKey, lastUsedAt: Date | null): void {
  if (lastUsedAt !== null && Date.now() - lastUsedAt.getTime() < EXACTNESS_MS) return;
  if (writing.has(key.keyId)) return;
  const write = writeUse(key).finally(() => writing.delete(key.keyId));
  writing.set(key.keyId, write);
}

/** Waits until every noted use is written; for the end of a process or a test. */
export async function usesNoted(): Promise<void> {
  await Promise.all(writing.values());
}

async function writeUse({ scope, keyId }: AuthenticatedKey): Promise<void> {
  const { projectId } = scope;
  try {
    await withProject(scope, (tx) => tx.apiKey.updateMany({ where: { projectId, id: keyId }, data: { lastUsedAt: new Date() } }));
  } catch (thrown) {
    log.warn({ keyId, error: errorTrace(thrown) }, "use of a key was not noted");
  }
}

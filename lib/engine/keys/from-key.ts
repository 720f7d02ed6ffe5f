import "server-only";

import type { Environment } from "@/lib/engine/contract";
import { lookUp } from "@/lib/engine/database";
import { noteUse } from "@/lib/engine/keys/note-use";
import { isProjectKey } from "@/lib/engine/keys/project-key";
import { type AuthenticatedKey, mintProjectScope } from "@/lib/engine/scope";
import { sha256 } from "@/lib/platform/crypto/token";

interface FoundKey {
  project_id: string;
  key_id: string;
  environment: Environment;
  last_used_at: Date | null;
}

/**
 * The scope of a project key, or undefined when it is unknown, expired, revoked or its project ended. It is asked of the
 * database every time: a revoked key is dead at once and on every instance.
 */
export async function fromKey(credential: string): Promise<AuthenticatedKey | undefined> {
  if (!isProjectKey(credential)) return undefined;
  const keyHash = new Uint8Array(sha256(credential));
  const [found] = await lookUp((tx) => tx.$queryRaw<FoundKey[]>`SELECT * FROM engine.find_key(${keyHash})`);
  if (found === undefined) return undefined;
  const key = { scope: mintProjectScope(found.project_id, { keyHash }), keyId: found.key_id, environment: found.environment };
  noteUse(key, found.last_used_at);
  return key;
}

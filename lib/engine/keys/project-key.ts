import "server-only";

import type { Environment } from "@/lib/engine/contract";
import { randomToken, sha256 } from "@/lib/platform/crypto/token";

/** How a key begins: production keys can be told from all others at sight. */
const OPENINGS = { production: "sk_live_", staging: "sk_test_", development: "sk_test_" } as const satisfies Record<Environment, string>;

/** Random bytes in a key. */
const SECRET_BYTES = 32;
/** Characters of a key that are shown to people. */
const SHOWN_LENGTH = 14;
const SHAPE = /^sk_(?:live|test)_[A-Za-z0-9_-]{43}$/;

/** A new key: the secret that is shown once, what is shown of it later, and the hash that is stored. */
export interface NewProjectKey {
  secret: string;
  prefix: string;
  hash: Buffer;
}

/** Makes a key of 256 random bits. Its hash needs no salt: nobody can try 2²⁵⁶ of them. */
export function newProjectKey(environment: Environment): NewProjectKey {
  const secret = OPENINGS[environment] + randomToken(SECRET_BYTES);
  return { secret, prefix: secret.slice(0, SHOWN_LENGTH), hash: sha256(secret) };
}

/** Whether a credential can be a project key at all. */
export function isProjectKey(credential: string): boolean {
  return SHAPE.test(credential);
}

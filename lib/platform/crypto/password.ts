import "server-only";

import { hash, type Options, verify } from "@node-rs/argon2";

/** argon2id by default; memory in KiB and passes as OWASP's Password Storage Cheat Sheet asks for at least. */
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string that is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Whether a password is the one behind a stored PHC string; false for a string that is none. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

import "server-only";

import { unauthorized, wrongCredential } from "@/lib/engine/keys/credential";
import { fromKey } from "@/lib/engine/keys/from-key";
import { ManagementProof } from "@/lib/engine/keys/management";
import type { AuthenticatedKey } from "@/lib/engine/scope";

/**
 * The project that a credential opens. The HTTP routes and the in-process door both come through here.
 *
 * @throws CitadelError `unauthorized`, or `wrong_credential` for the management key
 */
export async function authenticateProject(credential: string): Promise<AuthenticatedKey> {
  const key = await fromKey(credential);
  if (key !== undefined) return key;
  throw ManagementProof.of(credential) === undefined ? unauthorized() : wrongCredential("project");
}

/**
 * The proof that a credential is the management key.
 *
 * @throws CitadelError `unauthorized`, or `wrong_credential` for a project's key
 */
export async function authenticateManagement(credential: string): Promise<ManagementProof> {
  const proof = ManagementProof.of(credential);
  if (proof !== undefined) return proof;
  throw (await fromKey(credential)) === undefined ? unauthorized() : wrongCredential("management");
}

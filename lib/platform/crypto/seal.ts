import "server-only";

import { decrypt, encrypt } from "@/lib/platform/crypto/aead";
import { subkey } from "@/lib/platform/crypto/subkey";
import { required } from "@/lib/platform/env";

const PURPOSE = "seal";

/**
 * Seals a small secret for a column of the database, under the master key. `context` says whose it is: what was sealed for one
 * row does not open in another.
 */
export function seal(plain: Uint8Array, context: string): Buffer {
  return encrypt(subkey(required("MASTER_KEY"), PURPOSE), plain, context);
}

/** Opens what {@link seal} closed. Throws an Error when the context is another one, a byte was changed, or the master key is not the same. */
export function unseal(sealed: Uint8Array, context: string): Buffer {
  return decrypt(subkey(required("MASTER_KEY"), PURPOSE), sealed, context);
}

import "server-only";

import { decrypt, encrypt } from "@/lib/platform/crypto/aead";
import { subkey } from "@/lib/platform/crypto/subkey";
import { required } from "@/lib/platform/env";
import { toCitadelError } from "@/lib/platform/errors";

const PURPOSE = "seal";

/**
 * Seals a small secret for a column of the database, under the master key. `context` says whose it is: what was sealed for one
 * row does not open in another.
 */
export function seal(plain: Uint8Array, context: string): Buffer {
  return encrypt(subkey(required("MASTER_KEY"), PURPOSE), plain, context);
}

/** Opens what {@link seal} closed. Throws CitadelError `internal` when the context is another one, a byte was changed, or the master key is not the same. */
export function unseal(sealed: Uint8Array, context: string): Buffer {
  try {
    return decrypt(subkey(required("MASTER_KEY"), PURPOSE), sealed, context);
  } catch (thrown) {
    throw toCitadelError(thrown);
  }
}

/** Seals under another master key what was sealed under one. Throws an Error when it does not open with `from`. */
export function reseal(sealed: Uint8Array, context: string, { from, to }: { from: string; to: string }): Buffer {
  return encrypt(subkey(to, PURPOSE), decrypt(subkey(from, PURPOSE), sealed, context), context);
}

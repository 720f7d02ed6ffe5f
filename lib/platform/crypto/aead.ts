import "server-only";

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** AES-256-GCM (NIST SP 800-38D): a nonce of 96 bits, a tag of 128 bits. */
const ALGORITHM = "aes-256-gcm";
/** Length of a nonce, in bytes. */
const NONCE_BYTES = 12;
/** Length of a tag, in bytes. */
const TAG_BYTES = 16;
/** What encryption adds to the plain text, in bytes. */
export const AEAD_OVERHEAD = NONCE_BYTES + TAG_BYTES;

/** Encrypts under a 32-byte key with a random nonce: nonce, tag, ciphertext. `context` is authenticated and not stored. */
export function encrypt(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context, "utf8"));
  const body = cipher.update(plain);
  // In GCM the last call gives no bytes: it makes the tag.
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Reverses {@link encrypt}. Throws an Error when the key, the context or a byte is not the one it was encrypted with. */
export function decrypt(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < AEAD_OVERHEAD) throw new Error("The ciphertext is too short.");
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, "utf8")).setAuthTag(sealed.subarray(NONCE_BYTES, AEAD_OVERHEAD));
  const plain = decipher.update(sealed.subarray(AEAD_OVERHEAD));
  // Compares the tag, and gives no bytes.
  decipher.final();
  return plain;
}

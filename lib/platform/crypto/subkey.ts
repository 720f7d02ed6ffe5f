import "server-only";

import { hkdfSync } from "node:crypto";

/**
 * 32 bytes for one purpose, derived from the master key by HKDF-SHA-256 (RFC 5869). Subkeys of different purposes tell
 * nothing about each other, so that no two uses ever share a key.
 *
 * @param masterKey MASTER_KEY as it stands in the environment: base64
 */
export function subkey(masterKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(masterKey, "base64"), "", `citadel 1 ${purpose}`, 32));
}

import "server-only";

import { createHash, randomBytes } from "node:crypto";

/** A secret of that many random bytes, as base64url: letters, digits, `-` and `_`. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/** sha256 of a text's UTF-8 bytes. */
export function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

import "server-only";

import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

/** What PostgreSQL uses by default (`scram_iterations`). */
const ITERATIONS = 4096;

/**
 * The form in which PostgreSQL stores a password (SCRAM-SHA-256, RFC 5802 section 3). Handing over this instead of the
 * password keeps the password out of the server's statement log.
 *
 * @param password ASCII, so that SASLprep leaves it as it is
 */
export function scramVerifier(password: string, salt: Buffer): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${hmac("Server Key").toString("base64")}`;
}

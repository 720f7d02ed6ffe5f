import "server-only";

import { CitadelError } from "@/lib/platform/errors";

/** The header that carries a key by name; `Authorization: Bearer` carries it as well. */
export const KEY_HEADER = "x-oprag-key";

/**
 * The one credential of a request, from its headers and from nowhere else: keys in a query string end up in logs and are
 * ignored. The same one in both headers is one.
 *
 * @throws CitadelError `credentials_conflict` for two different ones, `unauthorized` for none
 */
export function readCredential(headers: Headers): string {
  const named = (headers.get(KEY_HEADER) ?? "").split(",");
  const bearer = (headers.get("authorization") ?? "").replace(/^bearer(?:\s+|$)/i, "");
  const [credential, ...others] = new Set([...named, bearer].map((part) => part.trim()).filter(Boolean));
  if (others.length > 0) throw new CitadelError("credentials_conflict", "The request carries two different credentials. Send one of them.");
  if (credential === undefined) throw unauthorized();
  return credential;
}

/** The one answer to a credential that is missing, unknown, expired or revoked. */
export function unauthorized(): CitadelError {
  return new CitadelError("unauthorized", "A valid key is needed. Send it as X-Oprag-Key or as Authorization: Bearer; ask your administrator for a new one if yours has ended.");
}

/** The answer to a valid credential of the other kind. */
export function wrongCredential(wanted: "project" | "management"): CitadelError {
  return new CitadelError("wrong_credential", `This call wants a ${wanted} key. The one that was sent is valid, but of another kind.`);
}

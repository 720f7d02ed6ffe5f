const BYTES = 16;

/** A new key for a request that may be sent more than once. (`crypto.randomUUID` is missing where the portal is reached without TLS.) */
export function requestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(BYTES))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

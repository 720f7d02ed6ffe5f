import { isIP } from "node:net";

/**
 * The address a request came from, out of X-Forwarded-For: the last entry, which the nearest proxy wrote (earlier ones are whatever
 * the caller claims). Without a proxy Next fills in the socket's address.
 */
export function callerAddress(forwardedFor: unknown): string {
  const last = typeof forwardedFor === "string" ? (forwardedFor.split(",").at(-1)?.trim() ?? "") : "";
  return isIP(last) === 0 ? "unknown" : last;
}

import { CitadelError } from "@/lib/platform/errors";
import type { Method } from "@/lib/platform/http/route-contract";

const READING: readonly Method[] = ["GET"];

/**
 * Lets a request that changes something through only when a page of our own sent it (Fetch Metadata where the browser sends it,
 * the Origin header elsewhere; a request with neither comes from no browser and carries no session of one). The second
 * wall behind the cookies' SameSite=Lax.
 *
 * @throws CitadelError `forbidden`
 */
export function assertSameOrigin(method: Method, headers: Headers, ownOrigin: string): void {
  if (READING.includes(method) || isSameOrigin(headers, ownOrigin)) return;
  throw new CitadelError("forbidden", "This request did not come from the portal's own pages. Open the portal and try again there.");
}

function isSameOrigin(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get("sec-fetch-site");
  return site === null ? headers.get("origin") === ownOrigin : site === "same-origin";
}

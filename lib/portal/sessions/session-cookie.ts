import "server-only";

import { cookies } from "next/headers.js";

import { appUrl } from "@/lib/platform/env";

/** Whether people reach the portal over TLS, so that cookies may be bound to it. */
export function secureCookies(): boolean {
  return appUrl().startsWith("https://");
}

/** The session cookie's name; with TLS its prefix keeps other hosts and plain HTTP from setting it (RFC 6265bis, 4.1.3). */
export function sessionCookieName(): string {
  return secureCookies() ? "__Host-citadel-session" : "citadel-session";
}

/** The token in the current request's session cookie. */
export async function tokenOfRequest(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

import { randomBytes } from "node:crypto";

import { type NextRequest, NextResponse } from "next/server";

import { appUrl, env } from "@/lib/platform/env";
import { contentSecurityPolicy, pageHeaders } from "@/lib/platform/http/content-security-policy";

/**
 * Gives every page its headers: a Content-Security-Policy with a nonce of its own, which Next puts on its scripts. Routes under `/v1` and `…/api/` never come
 * through here: a proxy would hold back and cut large uploads.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isDevelopment: env().NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders(appUrl().startsWith("https://")))) response.headers.set(name, value);
  return response;
}

/** Pages, also those of which there is none whatever their address looks like, and the site's own icons: no API, nothing of Next's or of the viewer's own. */
export const config = {
  matcher: ["/((?!v1(?:/|$)|api/|_next/|pdfjs/|t/[^/]+/api/|t/[^/]+/[^/]+/api/).*)"],
};

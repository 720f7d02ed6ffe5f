import "server-only";

import { decode, encode } from "next-auth/jwt";

import { required } from "@/lib/platform/env";

/** How long a session lasts, in seconds: seven days, whatever happens in between. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** The encrypted token that a browser keeps in its cookie. It carries the session's id and nothing else. */
export async function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: required("AUTH_SECRET"), maxAge: SESSION_SECONDS });
}

/** The session id in a token; undefined for a token that is absent, expired, broken or not ours. */
export async function sessionIdOf(token: string | undefined): Promise<string | undefined> {
  if (token === undefined || token === "") return undefined;
  try {
    const claims = await decode({ token, secret: required("AUTH_SECRET") });
    return typeof claims?.sid === "string" ? claims.sid : undefined;
  } catch {
    return undefined;
  }
}

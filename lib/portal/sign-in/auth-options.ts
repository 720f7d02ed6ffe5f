import "server-only";

import type { AuthOptions, DefaultUser } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { appUrl, required } from "@/lib/platform/env";
import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError, toCitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { findSession } from "@/lib/portal/sessions/find-session";
import { openSession } from "@/lib/portal/sessions/open-session";
import { revokeSession } from "@/lib/portal/sessions/revoke-session";
import { secureCookies, sessionCookieName } from "@/lib/portal/sessions/session-cookie";
import { SESSION_SECONDS } from "@/lib/portal/sessions/session-token";
import { authenticate } from "@/lib/portal/sign-in/authenticate";
import { callerAddress } from "@/lib/portal/sign-in/caller-address";
import { HOME, nextPath } from "@/lib/portal/sign-in/next-path";

declare module "next-auth" {
  interface User extends DefaultUser {
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** The session's id: all that a token of ours carries. */
    sid?: string;
  }
}

/** next-auth's settings. Its token names a row of `portal.session`, which every request looks up: signing out ends it everywhere. */
export function authOptions(): AuthOptions {
  return {
    secret: required("AUTH_SECRET"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: secureCookies(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() } } },
    pages: { signIn: "/sign-in", signOut: HOME, error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => signIn(credentials, callerAddress(request.headers?.["x-forwarded-for"])),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user === undefined ? token : { sid: user.sessionId }),
      redirect: ({ url }) => `${appUrl()}${nextPath(url.startsWith(appUrl()) ? url.slice(appUrl().length) : url)}`,
      async session({ session, token }) {
        const person = token.sid === undefined ? null : await findSession(token.sid);
        if (person === null) throw new CitadelError("unauthorized", "The session has ended.");
        return { expires: session.expires, user: { name: person.name, email: person.email } };
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sid !== undefined) await revokeSession(token.sid);
      },
    },
    logger: {
      error: (code) => log.warn({ authCode: knownCode(code) }, "next-auth"),
      warn: (code) => log.debug({ authCode: knownCode(code) }, "next-auth"),
      debug: () => undefined,
    },
  };
}

async function signIn(credentials: unknown, address: string) {
  try {
    const personId = await authenticate(credentials, address);
    const sessionId = await openSession(personId);
    log.info({ personId, sessionId }, "signed in");
    return { id: personId, sessionId };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    if (error.status >= 500) log.error({ error: errorTrace(error) }, "sign-in failed");
    // next-auth sends the message to the browser: our sentence and nothing of its cause.
    throw new Error(error.message);
  }
}

/** Browsers may send codes for the log as well; only what looks like one of next-auth's own gets in. */
function knownCode(code: unknown): string {
  return typeof code === "string" && /^[A-Z][A-Z_]{1,60}$/.test(code) ? code : "OTHER";
}

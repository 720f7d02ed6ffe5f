import { authenticate } from "@/lib/portal/sign-in/authenticate";
import { openSession } from "@/lib/portal/sessions/open-session";
import { revokeSession } from "@/lib/portal/sessions/revoke-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";

/** The address that sign-ins from this machine are counted under. */
const HERE = "127.0.0.1";

/** Signs a person in with their password, as they would themselves, for as long as the work takes. `work` gets the session's token. */
export async function signedInAs<Result>({ email, password }: { email: string; password: string }, work: (token: string) => Promise<Result>): Promise<Result> {
  const sessionId = await openSession(await authenticate({ email, password }, HERE));
  try {
    return await work(await sessionToken(sessionId));
  } finally {
    await revokeSession(sessionId);
  }
}

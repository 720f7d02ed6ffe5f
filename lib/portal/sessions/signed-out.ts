import "server-only";

import { CitadelError } from "@/lib/platform/errors";

/** The one answer where no session is, or none any more. */
export function signedOut(): CitadelError {
  return new CitadelError("unauthorized", "You are not signed in, or your session has ended. Sign in and try again.");
}

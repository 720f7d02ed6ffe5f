import "server-only";

import { headers } from "next/headers.js";

import { callerAddress } from "@/lib/portal/sign-in/caller-address";

/** Where the current request came from; null outside of a request, in the background. */
export async function addressOfRequest(): Promise<string | null> {
  try {
    return callerAddress((await headers()).get("x-forwarded-for"));
  } catch {
    // Next throws where there is no request.
    return null;
  }
}

"use client";

import { signIn } from "next-auth/react";

const TRY_AGAIN = "Signing in did not work. Check your connection and try again.";

/**
 * Signs in through next-auth and goes to a path of the portal with a full load, so that nothing of an earlier session is left on
 * the page. Returns a sentence for the person when it did not work.
 */
export async function signInAndGo(credentials: { email: string; password: string }, destination: string): Promise<string | null> {
  try {
    const result = await signIn("credentials", { ...credentials, redirect: false });
    if (result?.ok !== true) return result?.error ?? TRY_AGAIN;
    window.location.assign(destination);
    return null;
  } catch {
    return TRY_AGAIN;
  }
}

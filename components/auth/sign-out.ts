"use client";

import { signOut } from "next-auth/react";

/** Ends the session everywhere and goes to a path of the portal with a full load, so that nothing of the session is left on the page. */
export async function signOutAndGo(destination: string): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(destination);
}

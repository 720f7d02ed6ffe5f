import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { SignInForm } from "@/components/auth/sign-in-form";
import { signedIn } from "@/lib/portal/sessions/from-session";
import { nextPath } from "@/lib/portal/sign-in/next-path";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

/** Signing in, and back to where one came from. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const destination = nextPath(typeof next === "string" ? next : undefined);
  if ((await signedIn()) !== null) redirect(destination);
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
        <p className="text-sm text-muted-foreground">With the e-mail address you were invited by.</p>
      </header>
      <SignInForm destination={destination} />
      <p className="text-sm text-muted-foreground">No account yet? An admin of your organisation can send you an invitation.</p>
    </div>
  );
}

import Link from "next/link";

import { AuthFrame } from "@/components/auth/auth-frame";
import { Button } from "@/components/ui/button";

/** A link that is unknown, used, revoked or too old: the same page for all four. */
export default function InvitationNotFound() {
  return (
    <AuthFrame>
      <div className="space-y-4">
        <h1 className="text-2xl font-semibold tracking-tight">This link does not work</h1>
        <p className="text-muted-foreground">
          An invitation works once and for seven days. Ask whoever invited you for a new one, or sign in if you have accepted it already.
        </p>
        <Button asChild>
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </div>
    </AuthFrame>
  );
}

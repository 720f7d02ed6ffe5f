import Link from "next/link";

import { type Accept, JoinButton } from "@/components/auth/join-button";
import { type AcceptWithPassword, NewAccountForm } from "@/components/auth/new-account-form";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Button } from "@/components/ui/button";

interface InvitationProps {
  /** The organisation's shown name. */
  organisation: string;
  /** Who is invited. */
  email: string;
  role: string;
  /** Whether the invited address has an account already. */
  personExists: boolean;
  /** The signed-in person's address. */
  signedInAs: string | null;
  /** The sign-in page that leads back here. */
  signInHref: string;
  /** In UTF-16 units. */
  passwordLength: { min: number; max: number };
  acceptAsNewPerson: AcceptWithPassword;
  acceptAsSignedIn: Accept;
}

/** An invitation with the one step that is next for whoever opened it. */
export function Invitation(props: InvitationProps) {
  const { organisation, email, role } = props;
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">Join {organisation}</h1>
        <p className="text-sm text-muted-foreground">
          <span className="font-medium break-all text-foreground">{email}</span> is invited as {role}.
        </p>
      </header>
      <NextStep {...props} />
    </div>
  );
}

function NextStep({ email, personExists, signedInAs, signInHref, passwordLength, acceptAsNewPerson, acceptAsSignedIn }: InvitationProps) {
  if (signedInAs === email) return <JoinButton accept={acceptAsSignedIn} />;
  if (signedInAs !== null) {
    return (
      <div className="space-y-4">
        <p>
          You are signed in as <span className="font-medium break-all">{signedInAs}</span>. Sign out to accept this invitation.
        </p>
        <SignOutButton variant="default" destination={signInHref} className="w-full" />
      </div>
    );
  }
  if (personExists) {
    return (
      <div className="space-y-4">
        <p>There is an account for this address. Sign in with it, and you will come back here.</p>
        <Button asChild className="w-full">
          <Link href={signInHref}>Sign in to accept</Link>
        </Button>
      </div>
    );
  }
  return <NewAccountForm email={email} passwordLength={passwordLength} accept={acceptAsNewPerson} />;
}

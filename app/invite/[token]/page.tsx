import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { acceptAsNewPerson, acceptAsSignedIn } from "@/app/invite/[token]/actions";
import { AuthFrame } from "@/components/auth/auth-frame";
import { Invitation } from "@/components/auth/invitation";
import { CitadelError } from "@/lib/platform/errors";
import { findInvitation } from "@/lib/portal/members/find-invitation";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "@/lib/portal/people/password-rule";
import { signedIn } from "@/lib/portal/sessions/from-session";
import { signInAddress } from "@/lib/portal/sign-in/next-path";

// The address holds a secret: no page that is opened from here may learn it.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

/** Accepting an invitation: with a new account, or with the one that is signed in. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([openInvitation(token), signedIn()]);
  return (
    <AuthFrame>
      <Invitation
        organisation={invitation.organisation.name}
        email={invitation.email}
        role={invitation.role}
        personExists={invitation.personExists}
        signedInAs={person?.email ?? null}
        signInHref={signInAddress(`/invite/${token}`)}
        passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }}
        acceptAsNewPerson={acceptAsNewPerson.bind(null, token)}
        acceptAsSignedIn={acceptAsSignedIn.bind(null, token)}
      />
    </AuthFrame>
  );
}

async function openInvitation(token: string) {
  try {
    return await findInvitation(token);
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") notFound();
    throw thrown;
  }
}

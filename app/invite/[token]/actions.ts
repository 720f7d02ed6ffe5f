"use server";

import type { ActionResult } from "@/lib/portal/actions/action-result";
import { runAction } from "@/lib/portal/actions/run-action";
import { acceptInvitation, acceptInvitationAs } from "@/lib/portal/members/accept-invitation";
import { requireSignedIn } from "@/lib/portal/sessions/from-session";

/** Who joined, for signing in and going there. */
interface Welcome {
  email: string;
  organisationSlug: string;
}

/** Accepts an invitation for a person without an account. The link's secret is the authority. */
export async function acceptAsNewPerson(token: string, input: { name: string; password: string }): Promise<ActionResult<Welcome>> {
  return runAction("invitation.accept", async () => welcome(await acceptInvitation(token, input)));
}

/** Accepts an invitation for the signed-in person. */
export async function acceptAsSignedIn(token: string): Promise<ActionResult<Welcome>> {
  return runAction("invitation.accept-signed-in", async () => welcome(await acceptInvitationAs(await requireSignedIn(), token)));
}

function welcome({ email, organisationSlug }: Welcome): Welcome {
  return { email, organisationSlug };
}

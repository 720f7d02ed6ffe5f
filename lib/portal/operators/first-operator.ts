import "server-only";

import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import { findPerson } from "@/lib/portal/people/find-person";
import { authenticate } from "@/lib/portal/sign-in/authenticate";

/** Who is to run a new installation. */
export interface FirstOperator {
  email: string;
  /** Name of the operator's own company, a customer like any other. */
  company: string;
  password: string;
}

/** The address that this sign-in is counted under. */
const HERE = "127.0.0.1";

/**
 * Makes the operator's own company, its owner, and the owner's place on the operator's team, or what is still missing of them. For the launcher
 * alone, which knows the password it made.
 *
 * @throws CitadelError `unauthorized` when somebody else has an account under the address: it gets nothing
 */
export async function firstOperator({ email, company, password }: FirstOperator): Promise<void> {
  if ((await findPerson(email)) === null) {
    const { invitationUrl } = await onboardCustomer({ idempotencyKey: "operator's own company", name: company, adminEmail: email, projects: [{ environment: "production" }] });
    await acceptInvitation(invitationUrl.slice(invitationUrl.lastIndexOf("/") + 1), { name: "Operator", password });
  }
  await authenticate({ email, password }, HERE);
  await grantOperator(email);
}

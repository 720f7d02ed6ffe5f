import { randomUUID } from "node:crypto";

import { acceptInvitation, type Joined } from "@/lib/portal/members/accept-invitation";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import type { OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";
import type { TenantScope } from "@/lib/portal/scope";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { openSession } from "@/lib/portal/sessions/open-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";

/** The password of every person in these tests. */
export const PASSWORD = "correct horse battery staple";

/** A customer made for one test: one project, and its owner signed in. */
export interface TestTenant {
  customer: OnboardedCustomer;
  owner: Joined;
  /** The owner's session token. */
  token: string;
  org: string;
  project: string;
}

/** An e-mail address that no other test uses. */
export function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

/** The secret in an invitation's link. */
export function tokenOf(invitationUrl: string): string {
  return invitationUrl.slice(invitationUrl.lastIndexOf("/") + 1);
}

/** Signs a person in, as a browser would hold it: a session token. */
export async function signInAs(personId: string): Promise<string> {
  return sessionToken(await openSession(personId));
}

/** Onboards a customer of its own and signs its owner in. */
export async function newTenant(): Promise<TestTenant> {
  const customer = await onboardCustomer({
    idempotencyKey: randomUUID(),
    name: `Customer ${randomUUID()}`,
    adminEmail: newEmail(),
    projects: [{ environment: "production" }],
  });
  const owner = await acceptInvitation(tokenOf(customer.invitationUrl), { name: "Olga Owner", password: PASSWORD });
  return { customer, owner, token: await signInAs(owner.personId), org: customer.slug, project: "production" };
}

/** The scope of a tenant's owner. */
export async function ownerScope({ token, org, project }: TestTenant): Promise<TenantScope> {
  return tenantBy(token, org, project);
}

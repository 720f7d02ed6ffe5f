import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { invite } from "@/lib/portal/members/invite";
import type { Role } from "@/lib/portal/roles";
import { newEmail, ownerScope, PASSWORD, signInAs, type TestTenant, tokenOf } from "@/lib/portal/testing/new-tenant";

/** Invites a new person into a tenant and signs them in. */
export async function newMember(tenant: TestTenant, role: Role): Promise<{ personId: string; email: string; token: string }> {
  const email = newEmail();
  const { url } = await invite(await ownerScope(tenant), { email, role });
  const { personId } = await acceptInvitation(tokenOf(url), { name: `A ${role}`, password: PASSWORD });
  return { personId, email, token: await signInAs(personId) };
}

import { appUrl } from "@/lib/platform/env";
import { acceptInvitationAs } from "@/lib/portal/members/accept-invitation";
import { invite } from "@/lib/portal/members/invite";
import { listMembers } from "@/lib/portal/members/list-members";
import { removeMember } from "@/lib/portal/members/remove-member";
import { withOrganisation } from "@/lib/portal/database";
import { emptyModel, type TenantModel } from "@/lib/portal/histories/testing/tenant-model";
import type { SignedIn, TenantScope } from "@/lib/portal/scope";
import { signedInBy } from "@/lib/portal/sessions/from-session";
import { newTenant, ownerScope, signInAs, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

/** One of the two tenants of a history: the real one and what is expected of it. */
export interface TenantUnderTest {
  /** A word that stands in every text of this tenant and in none of the other's. */
  tag: string;
  tenant: TestTenant;
  scope: TenantScope;
  engineProjectId: string;
  model: TenantModel;
}

/** Two tenants, and a person whom both invite now and then. */
export interface Pair {
  tenants: readonly [TenantUnderTest, TenantUnderTest];
  guest: SignedIn;
}

/** Makes two tenants for many histories. */
export async function newPair(): Promise<Pair> {
  const tenants = [await underTest("alder"), await underTest("birch")] as const;
  const third = await newTenant();
  const guest = await signedInBy(await signInAs(third.owner.personId));
  if (guest === null) throw new Error("The guest could not sign in.");
  return { tenants, guest };
}

async function underTest(tag: string): Promise<TenantUnderTest> {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const { organisation, project } = scope;
  const { engineProjectId } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: organisation.id, id: project.id } }));
  return { tag, tenant, scope, engineProjectId, model: emptyModel() };
}

/** Brings a tenant back to nothing, through the same doors as far as there are some; the rows of its log stay, as they must. */
export async function emptied(under: TenantUnderTest, guest: SignedIn): Promise<void> {
  const { scope, model } = under;
  const organisationId = scope.organisation.id;
  if (model.documents.size > 0) {
    const { documents } = await openVault(scope);
    for (const { id } of model.documents.values()) await documents.remove(id);
  }
  if (model.golden.length > 0) await withOrganisation(scope, (tx) => tx.goldenQuestion.deleteMany({ where: { organisationId } }));
  if (model.invited.size > 0) await withOrganisation(scope, (tx) => tx.invitation.updateMany({ where: { organisationId, acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } }));
  if (model.hasGuest) await letGo(scope, guest);
  under.model = emptyModel();
}

/** Invites the guest and has them accept. */
export async function takeIn(scope: TenantScope, guest: SignedIn): Promise<void> {
  const { url } = await invite(scope, { email: guest.email, role: "reader" });
  await acceptInvitationAs(guest, url.slice(`${appUrl()}/invite/`.length));
}

/** Ends the guest's membership, if there is one. */
export async function letGo(scope: TenantScope, guest: SignedIn): Promise<boolean> {
  const member = (await listMembers(scope)).find(({ personId }) => personId === guest.personId);
  if (member !== undefined) await removeMember(scope, member.id);
  return member !== undefined;
}

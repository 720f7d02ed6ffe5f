import type { Metadata } from "next";

import { endMembership, eraseMembership, endSupport, inviteMember, letSupportIn, withdrawInvitation } from "@/app/t/[org]/(organisation)/members/actions";
import { InviteMember } from "@/components/members/invite-member";
import { MembersTable } from "@/components/members/members-table";
import { PendingInvitations } from "@/components/members/pending-invitations";
import { SupportAccess } from "@/components/members/support-access";
import { currentConsent } from "@/lib/portal/consent/consent";
import { listInvitations, listMembers } from "@/lib/portal/members/list-members";
import { mayManage } from "@/lib/portal/members/may-manage";
import { ROLES } from "@/lib/portal/roles";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Members" };

/** Who belongs to the organisation, who is invited, and for admins the ways to change that. */
export default async function MembersPage({ params }: { params: OrganisationParams }) {
  const scope = await pageOrganisation(params, "members.read", "/members");
  const [members, invitations, consent] = await Promise.all([listMembers(scope), listInvitations(scope), currentConsent(scope)]);
  const target = { org: scope.organisation.slug };
  const mayWrite = scope.may("members.write");
  const removable = mayWrite ? members.filter(({ role }) => mayManage(scope.role, role)).map(({ id }) => id) : [];
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Members</h1>
        <p className="text-sm text-muted-foreground">Everyone here sees {scope.organisation.name} and nothing of any other organisation.</p>
      </header>
      {mayWrite && <InviteMember roles={ROLES.filter((role) => mayManage(scope.role, role))} invite={inviteMember.bind(null, target)} />}
      <MembersTable members={members} removable={removable} ownPersonId={scope.person.personId} remove={endMembership.bind(null, target)} erase={eraseMembership.bind(null, target)} exportAddress={`/t/${target.org}/api/person?id=`} />
      {mayWrite && <PendingInvitations invitations={invitations} withdraw={withdrawInvitation.bind(null, target)} />}
      {mayWrite && <SupportAccess consent={consent} give={letSupportIn.bind(null, target)} end={endSupport.bind(null, target)} />}
    </div>
  );
}

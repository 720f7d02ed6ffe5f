import "server-only";

import { readOrganisation, withOrganisation } from "@/lib/portal/database";
import { type Role, toRole } from "@/lib/portal/roles";
import type { OrganisationScope } from "@/lib/portal/scope";

/** A person of the organisation. */
export interface Member {
  /** The membership's id. */
  id: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** ISO 8601 UTC. */
  since: string;
}

/** An invitation that has not been answered. */
export interface PendingInvitation {
  id: string;
  email: string;
  role: Role;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** The organisation's people, in the order they joined. */
export async function listMembers(scope: OrganisationScope): Promise<Member[]> {
  const rows = await readOrganisation(scope, (tx) =>
    tx.membership.findMany({
      where: { organisationId: scope.organisation.id },
      include: { person: { select: { name: true, email: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ id, personId, person, role, createdAt }) => ({ id, personId, ...person, role: toRole(role), since: createdAt.toISOString() }));
}

/** The organisation's invitations whose links still work, newest first. */
export async function listInvitations(scope: OrganisationScope): Promise<PendingInvitation[]> {
  const rows = await withOrganisation(scope, (tx) =>
    tx.invitation.findMany({
      where: { organisationId: scope.organisation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      select: { id: true, email: true, role: true, expiresAt: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
  );
  return rows.map((row) => ({ ...row, role: toRole(row.role), expiresAt: row.expiresAt.toISOString() }));
}

import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import { limitReached } from "@/lib/portal/quota/limit-reached";
import { quotaOf } from "@/lib/portal/quota/quota";
import type { OrganisationScope } from "@/lib/portal/scope";

/** How many members an organisation has, open invitations included. */
export async function seatsTaken(tx: PortalTransaction, { organisation }: OrganisationScope): Promise<number> {
  const members = await tx.membership.count({ where: { organisationId: organisation.id } });
  return members + (await tx.invitation.count({ where: { organisationId: organisation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } } }));
}

/** To be called when an invitation was written, in its transaction, which it makes wait for others of the organisation. Throws CitadelError `quota_reached`. */
export async function requireSeat(tx: PortalTransaction, scope: OrganisationScope): Promise<{ used: number; most: number | null }> {
  const organisationId = scope.organisation.id;
  await tx.$executeRaw`SELECT 1 FROM portal.quota WHERE organisation_id = ${organisationId} FOR UPDATE`;
  const { members: most } = quotaOf(await tx.quota.findFirst({ where: { organisationId } }));
  const used = await seatsTaken(tx, scope);
  if (most !== null && used > most) throw limitReached("members", most);
  return { used, most };
}

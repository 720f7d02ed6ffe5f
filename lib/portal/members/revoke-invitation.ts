import "server-only";

import { notFound } from "@/lib/platform/errors";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Makes an open invitation's link stop working. Throws CitadelError `not_found`. */
export async function revokeInvitation(scope: OrganisationScope, id: string): Promise<void> {
  const organisationId = scope.organisation.id;
  await withOrganisation(scope, async (tx) => {
    const where = { organisationId, id, acceptedAt: null, revokedAt: null };
    const invitation = await tx.invitation.findFirst({ where, select: { email: true, role: true } });
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
    if (invitation === null || count === 0) throw notFound();
    await recordAudit(tx, scope, { action: "invitation.withdrawn", target: { kind: "invitation", id, name: invitation.email }, before: { role: invitation.role } });
  });
}

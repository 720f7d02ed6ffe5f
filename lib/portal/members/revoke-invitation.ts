import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Makes an open invitation's link stop working. Throws CitadelError `not_found`. */
export async function revokeInvitation(scope: OrganisationScope, id: string): Promise<void> {
  const { count } = await withOrganisation(scope, (tx) =>
    tx.invitation.updateMany({
      where: { organisationId: scope.organisation.id, id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    }),
  );
  if (count === 0) throw notFound();
}

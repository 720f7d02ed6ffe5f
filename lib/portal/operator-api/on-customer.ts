import "server-only";

import { notFound } from "@/lib/platform/errors";
import { type PortalTransaction, withNewOrganisation } from "@/lib/portal/database";

/** A customer's row, locked. */
export interface LockedCustomer {
  name: string;
  status: string;
}

/** A transaction on one customer, whose row is locked first, so that two changes at once stand behind each other. Throws CitadelError `not_found`. */
export async function onCustomer<Result>(organisationId: string, work: (tx: PortalTransaction, customer: LockedCustomer) => Promise<Result>): Promise<Result> {
  return withNewOrganisation(organisationId, { operator: true }, async (tx) => {
    const [customer] = await tx.$queryRaw<LockedCustomer[]>`SELECT name, status FROM portal.organisation WHERE id = ${organisationId} FOR NO KEY UPDATE`;
    if (customer === undefined) throw notFound();
    return work(tx, customer);
  });
}

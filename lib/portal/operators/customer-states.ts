import "server-only";

import { notFound } from "@/lib/platform/errors";
import { withOperator } from "@/lib/portal/database";
import type { CustomerRow } from "@/lib/portal/operators/list-customers";
import type { SignedIn } from "@/lib/portal/scope";

/** A customer and whether it is open. */
export interface CustomerState {
  id: string;
  name: string;
  status: string;
}

/** All customers, oldest first. Throws CitadelError `not_found` for who is no operator. */
export async function listCustomerStates(operator: SignedIn): Promise<CustomerState[]> {
  if (!operator.operator) throw notFound();
  const rows = await withOperator((tx) => tx.$queryRaw<CustomerRow[]>`SELECT * FROM portal.list_customers()`);
  const states = rows.map((row) => [row.organisation_id, { id: row.organisation_id, name: row.organisation_name, status: row.organisation_status }] as const);
  return [...new Map(states).values()];
}

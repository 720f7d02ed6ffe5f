import "server-only";

import { withOperator } from "@/lib/portal/database";
import { type Quota, quotaOf, UNLIMITED } from "@/lib/portal/quota/quota";

type QuotaRow = Parameters<typeof quotaOf>[0] & { organisation_id: string };

/** The limits of all customers that have some, by the customer's id. For the operator's desk and API. */
export async function listQuotas(): Promise<Map<string, Quota>> {
  const rows = await withOperator((tx) => tx.$queryRaw<QuotaRow[]>`SELECT * FROM portal.list_quotas()`);
  return new Map(rows.map((row) => [row.organisation_id, quotaOf(row)]));
}

/** The limits of one customer. */
export async function limitsOf(organisationId: string): Promise<Quota> {
  return (await listQuotas()).get(organisationId) ?? UNLIMITED;
}

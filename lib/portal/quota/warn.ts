import "server-only";

import { recordAudit } from "@/lib/portal/audit/record-audit";
import type { PortalTransaction } from "@/lib/portal/database";
import { type Metric, METRIC_WORDS, percentOf, WARN_PERCENT } from "@/lib/portal/quota/quota";
import type { OrganisationScope } from "@/lib/portal/scope";
import { monthOf } from "@/lib/portal/usage/period";

/** Writes into the customer's log that a limit is nearly used up (80 %), and that it is: each once a month. To be called last in the transaction. */
export async function warnOf(tx: PortalTransaction, scope: OrganisationScope, metric: Metric, used: number, most: number | null): Promise<void> {
  if (most === null) return;
  const percent = percentOf(used, most);
  const level = percent >= 100 ? 100 : percent >= WARN_PERCENT ? WARN_PERCENT : null;
  if (level === null) return;
  const { id, name } = scope.organisation;
  const data = [{ organisationId: id, month: new Date(monthOf(new Date())), metric, level }];
  const { count } = await tx.quotaWarning.createMany({ data, skipDuplicates: true });
  if (count > 0) await recordAudit(tx, scope, { action: "quota.warned", target: { kind: "customer", id, name }, after: { limit: METRIC_WORDS[metric], percent: level, used, most } });
}

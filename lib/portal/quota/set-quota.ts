import "server-only";

import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { onCustomer } from "@/lib/portal/operator-api/on-customer";
import { type Quota, quotaOf } from "@/lib/portal/quota/quota";

/** Sets what a customer may use; from the next question, upload and invitation on it holds in every process. Throws CitadelError `not_found`. */
export async function setQuota(organisationId: string, quota: Quota, actor: Actor): Promise<void> {
  await onCustomer(organisationId, async (tx, customer) => {
    const before = quotaOf(await tx.quota.findFirst({ where: { organisationId } }));
    if (JSON.stringify(before) === JSON.stringify(quota)) return;
    await tx.quota.upsert({ where: { organisationId }, create: { organisationId, ...quota }, update: quota });
    await recordAuditAs(tx, organisationId, actor, { action: "quota.changed", target: { kind: "customer", id: organisationId, name: customer.name }, before, after: quota });
  });
  log.info({ organisationId, quota }, "limits changed");
}

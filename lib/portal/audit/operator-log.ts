import "server-only";

import type { AuditRecord, OperatorEvent } from "@/lib/portal/audit/audit-event";
import { readRows } from "@/lib/portal/audit/list-audit";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOperator } from "@/lib/portal/database";
import type { SignedIn } from "@/lib/portal/scope";

/** Where the operator's own chain stands among those of the organisations, none of which bears this name. */
const OPERATOR_LOG = "operator";

/** Writes what an operator did to the installation itself into the operator's own chain, in the transaction of the change, `withOperator`; last, as `recordAudit`. */
export async function recordOperatorAudit(tx: PortalTransaction, { personId, name }: SignedIn, event: OperatorEvent): Promise<void> {
  await recordAuditAs(tx, OPERATOR_LOG, { kind: "operator", id: personId, name }, event);
}

/** The operator's own chain in batches from its first row on, for an export that never holds it whole. */
export function readOperatorLog(batch = 500): AsyncGenerator<AuditRecord[]> {
  return readRows(withOperator, OPERATOR_LOG, batch);
}

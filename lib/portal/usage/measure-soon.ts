import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** How long changes are gathered before what the project holds is measured again, in ms. */
const SETTLE_MS = 60_000;

/** Asks for the scope's project to be measured again, once its documents have settled. */
export async function measureSoon(tx: PortalTransaction, scope: TenantScope): Promise<void> {
  await queueProjectJob(tx, scope, { kind: "care.keep", dueAt: new Date(Date.now() + SETTLE_MS) });
}

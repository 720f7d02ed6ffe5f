import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { withOperator } from "@/lib/portal/database";
import { deleteEngineProjects } from "@/lib/portal/onboarding/engine-projects";
import { planSchema } from "@/lib/portal/onboarding/plan";

/** Claims that are released at once; the others wait for the next request. */
const MOST = 5;

/**
 * Releases what was claimed an hour ago or earlier and never finished: what its tries have left in the engine is deleted, and its address is free. One that is being tried
 * at this moment is locked, and left. When the engine does not answer, everything stays for the next time.
 */
export async function releaseAbandoned(admin: EngineAdmin): Promise<void> {
  try {
    await withOperator(async (tx) => {
      const rows = await tx.$queryRaw<{ idempotency_key: string; plan: unknown }[]>`
        SELECT idempotency_key, plan FROM portal.onboarding WHERE finished_at IS NULL AND created_at < now() - interval '1 hour'
        ORDER BY created_at LIMIT ${MOST} FOR UPDATE SKIP LOCKED`;
      for (const { idempotency_key: idempotencyKey, plan } of rows) {
        await deleteEngineProjects(admin, planSchema.parse(plan));
        await tx.onboarding.deleteMany({ where: { idempotencyKey } });
        log.info({ organisationId: planSchema.parse(plan).organisationId }, "abandoned onboarding released");
      }
    });
  } catch (thrown) {
    log.warn({ error: errorTrace(thrown) }, "abandoned onboardings could not be released");
  }
}

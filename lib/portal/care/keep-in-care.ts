import "server-only";

import type { JobCall } from "@/lib/portal/jobs/handler";
import { expireConversations } from "@/lib/portal/conversations/expire-conversations";
import { reportUnknownKeys } from "@/lib/portal/keys/report-unknown-keys";
import type { TenantScope } from "@/lib/portal/scope";
import { measureUsage } from "@/lib/portal/usage/measure-usage";

/** Between two rounds, in ms. */
const ROUND_MS = 6 * 60 * 60_000;

/** The job that every project has from its first day on: what is to be kept no longer goes, and what the project holds is measured; keys that nobody has issued here are told of. */
export async function keepInCare(scope: TenantScope, _call: Pick<JobCall, "signal">): Promise<Date> {
  await expireConversations(scope);
  await measureUsage(scope);
  await reportUnknownKeys(scope);
  return new Date(Date.now() + ROUND_MS);
}

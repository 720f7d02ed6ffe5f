import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { dayOf } from "@/lib/portal/usage/period";
import { openVault } from "@/lib/portal/vault";

const DAY_MS = 86_400_000;

/** Notes what the scope's project holds at the moment as today's figures, and the language model's tokens of yesterday and today. Throws CitadelError when the engine does not answer. */
export async function measureUsage(scope: TenantScope, now = new Date()): Promise<void> {
  const [today, yesterday] = [dayOf(now), dayOf(new Date(now.getTime() - DAY_MS))];
  const client = await openVault(scope);
  const { documents, bytes, pages, days } = await client.usage({ from: yesterday, until: today });
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const tokensOf = (day: string) => BigInt(days.find((counted) => counted.day === day)?.tokens ?? 0);
  await withOrganisation(scope, async (tx) => {
    const figures = { documents, bytes: BigInt(bytes), pages, tokens: tokensOf(today) };
    const key = { ...owner, day: new Date(today) };
    await tx.usageDay.upsert({ where: { organisationId_projectId_day: key }, create: { ...key, ...figures }, update: figures });
    await tx.usageDay.updateMany({ where: { ...owner, day: new Date(yesterday) }, data: { tokens: tokensOf(yesterday) } });
  });
}

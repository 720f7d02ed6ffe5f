import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import { limitReached } from "@/lib/portal/quota/limit-reached";
import { quotaOf } from "@/lib/portal/quota/quota";
import { warnOf } from "@/lib/portal/quota/warn";
import type { OrganisationScope } from "@/lib/portal/scope";
import { monthOf } from "@/lib/portal/usage/period";

/** A question that was counted against the month's limit. */
export interface ReservedQuestion {
  /** The first day of the month it was counted in. */
  month: string;
}

/**
 * Counts a question against the organisation's limit of the month before it is asked, in one statement: many at once, in any number of processes, never
 * pass the limit together.
 *
 * @throws CitadelError `quota_reached`
 */
export async function reserveQuestion(scope: OrganisationScope): Promise<ReservedQuestion> {
  const organisationId = scope.organisation.id;
  const month = monthOf(new Date());
  await withOrganisation(scope, async (tx) => {
    const { questions: most } = quotaOf(await tx.quota.findFirst({ where: { organisationId } }));
    await tx.$executeRaw`INSERT INTO portal.quota_use (organisation_id, month, questions) VALUES (${organisationId}, ${month}::date, 0) ON CONFLICT DO NOTHING`;
    const [row] = await tx.$queryRaw<{ questions: bigint }[]>`
      UPDATE portal.quota_use SET questions = questions + 1
      WHERE organisation_id = ${organisationId} AND month = ${month}::date AND (${most}::bigint IS NULL OR questions < ${most}::bigint)
      RETURNING questions`;
    if (row === undefined) throw limitReached("questions", most ?? 0);
    await warnOf(tx, scope, "questions", Number(row.questions), most);
  });
  return { month };
}

/** Takes a reserved question back that got no answer. */
export async function releaseQuestion(scope: OrganisationScope, { month }: ReservedQuestion): Promise<void> {
  const organisationId = scope.organisation.id;
  await withOrganisation(
    scope,
    (tx) => tx.$executeRaw`UPDATE portal.quota_use SET questions = greatest(questions - 1, 0) WHERE organisation_id = ${organisationId} AND month = ${month}::date`,
  );
}

import "server-only";

import { withJob } from "@/lib/portal/database";
import type { ClaimedJob } from "@/lib/portal/jobs/claim-job";

/** After so many failures in a row a job is given up until it is asked for again. */
export const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Ends a job that was done: its row goes, unless it is due again or was asked for meanwhile (then that time counts). */
export async function finishJob({ organisationId, jobId }: ClaimedJob, asked: number, again: Date | undefined): Promise<void> {
  const where = { organisationId, id: jobId };
  await withJob(organisationId, async (tx) => {
    if (again === undefined) await tx.job.deleteMany({ where: { ...where, asked } });
    else await tx.job.updateMany({ where: { ...where, asked }, data: { dueAt: again, attempts: 0 } });
    await tx.job.updateMany({ where, data: { lockedUntil: null } });
  });
}

/** Gives a job back untouched, to be done later or by another process. */
export async function releaseJob({ organisationId, jobId }: ClaimedJob, dueAt: Date): Promise<void> {
  await withJob(organisationId, (tx) =>
    tx.job.updateMany({ where: { organisationId, id: jobId }, data: { lockedUntil: null, dueAt, attempts: { decrement: 1 } } }),
  );
}

/** Gives a job back that has failed, for a later try, or gives it up. True when it was given up. */
export async function failJob({ organisationId, jobId }: ClaimedJob, attempt: number): Promise<boolean> {
  const givenUp = attempt >= MOST_ATTEMPTS;
  const dueAt = new Date(Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
  await withJob(organisationId, (tx) =>
    tx.job.updateMany({
      where: { organisationId, id: jobId },
      data: { lockedUntil: null, ...(givenUp ? { failedAt: new Date() } : { dueAt }) },
    }),
  );
  return givenUp;
}

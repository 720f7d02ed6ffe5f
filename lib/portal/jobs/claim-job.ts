import "server-only";

import { withJob, withWorker } from "@/lib/portal/database";

/** How long a worker that has died holds its jobs, in seconds. */
export const LOCK_SECONDS = 30;

/** The ids of a job that this worker has taken. */
export interface ClaimedJob {
  organisationId: string;
  jobId: string;
}

/** Takes the next job of these kinds that is due, of any tenant; null when there is none. */
export async function claimJob(kinds: string[]): Promise<ClaimedJob | null> {
  const [row] = await withWorker(
    (tx) => tx.$queryRaw<ClaimedJob[]>`
      SELECT organisation_id AS "organisationId", job_id AS "jobId" FROM portal.claim_job(${kinds}, ${LOCK_SECONDS}::integer)`,
  );
  return row ?? null;
}

/** Holds a job that takes longer. False when it is not there any more. */
export async function holdJob({ organisationId, jobId }: ClaimedJob): Promise<boolean> {
  const lockedUntil = new Date(Date.now() + LOCK_SECONDS * 1000);
  const { count } = await withJob(organisationId, (tx) => tx.job.updateMany({ where: { organisationId, id: jobId }, data: { lockedUntil } }));
  return count > 0;
}

import "server-only";

import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { type ClaimedJob, holdJob, LOCK_SECONDS } from "@/lib/portal/jobs/claim-job";
import { type DueJob, fromJob } from "@/lib/portal/jobs/from-job";
import type { OrganisationJobHandler, ProjectJobHandler } from "@/lib/portal/jobs/handler";
import { failJob, finishJob, releaseJob } from "@/lib/portal/jobs/settle-job";

/** The handlers by kind. */
export interface JobHandlers {
  project: Readonly<Record<string, ProjectJobHandler>>;
  organisation: Readonly<Record<string, OrganisationJobHandler>>;
}

/** When a suspended organisation's work is looked at again, in ms. */
const SUSPENDED_PAUSE_MS = 60 * 60_000;

/** What is done for a shut customer as well. */
const WHILE_SHUT = "leaving.delete";

/** Does a job that was taken and settles its row. It throws only when the database does not answer; the lock then lapses. */
export async function runJob(claimed: ClaimedJob, handlers: JobHandlers, signal: AbortSignal): Promise<void> {
  const job = await fromJob(claimed);
  if (job === null) return;
  if (job.suspended && job.kind !== WHILE_SHUT) return releaseJob(claimed, new Date(Date.now() + SUSPENDED_PAUSE_MS));
  const line = { organisationId: claimed.organisationId, jobId: claimed.jobId, kind: job.kind, attempt: job.attempt };
  const holding = setInterval(() => void holdJob(claimed).catch(() => undefined), (LOCK_SECONDS * 1000) / 3);
  const started = performance.now();
  try {
    const again = await handle(job, handlers, signal);
    await finishJob(claimed, job.asked, again);
    log.info({ ...line, ms: Math.round(performance.now() - started) }, "job done");
  } catch (thrown) {
    if (signal.aborted) return await releaseJob(claimed, new Date());
    const givenUp = await failJob(claimed, job.attempt);
    log.error({ ...line, givenUp, error: errorTrace(thrown) }, "job failed");
  } finally {
    clearInterval(holding);
  }
}

async function handle(job: DueJob, { project, organisation }: JobHandlers, signal: AbortSignal): Promise<Date | undefined> {
  const call = { subject: job.subject, attempt: job.attempt, signal };
  if (job.tenant !== null) return required(project, job.kind)(job.tenant, call);
  return required(organisation, job.kind)(job.organisation, call);
}

function required<Handler>(handlers: Readonly<Record<string, Handler>>, kind: string): Handler {
  const handler = handlers[kind];
  if (handler === undefined) throw new TypeError(`No handler for jobs of the kind ${kind}.`);
  return handler;
}

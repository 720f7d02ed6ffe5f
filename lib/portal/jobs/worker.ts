import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { claimJob } from "@/lib/portal/jobs/claim-job";
import { ORGANISATION_HANDLERS, PROJECT_HANDLERS } from "@/lib/portal/jobs/handlers";
import { type JobHandlers, runJob } from "@/lib/portal/jobs/run-job";

/** Jobs that one process does at the same time. */
const JOBS_AT_ONCE = 4;
/** Between two looks for work when there was none, and after an error, in ms. */
const IDLE_MS = 500;
const ERROR_PAUSE_MS = 5_000;

const HANDLERS: JobHandlers = { project: PROJECT_HANDLERS, organisation: ORGANISATION_HANDLERS };

interface Running {
  stopping: AbortController;
  slots: Promise<void>[];
}

let running: Running | undefined;

/** Starts doing the portal's jobs in this process. */
export function startPortalWorker(handlers: JobHandlers = HANDLERS): void {
  if (running !== undefined) return;
  const stopping = new AbortController();
  running = { stopping, slots: Array.from({ length: JOBS_AT_ONCE }, () => work(handlers, stopping.signal)) };
}

/** Stops taking jobs and waits for those that run: they are told to stop, and go on where they were after the next start. */
export async function stopPortalWorker(): Promise<void> {
  const stopped = running;
  running = undefined;
  stopped?.stopping.abort();
  await Promise.all(stopped?.slots ?? []);
}

async function work(handlers: JobHandlers, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const wait = await next(handlers, signal);
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** Does the next job, if there is one. Returns how long to wait before the next look, in ms. */
async function next(handlers: JobHandlers, signal: AbortSignal): Promise<number> {
  try {
    const claimed = await claimJob([...Object.keys(handlers.project), ...Object.keys(handlers.organisation)]);
    if (claimed === null) return IDLE_MS;
    await runJob(claimed, handlers, signal);
    return 0;
  } catch (thrown) {
    log.error({ error: errorTrace(thrown) }, "portal jobs");
    return ERROR_PAUSE_MS;
  }
}

import "server-only";

import { z } from "zod";

import { fromDeletionJob } from "@/lib/engine/ingest/from-job";
import { ingestDocument } from "@/lib/engine/ingest/ingest-document";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { sweep } from "@/lib/engine/ingest/sweep";
import { eraseProject } from "@/lib/engine/projects/erase-project";
import { queueReindexes } from "@/lib/engine/search/reindex/queue-reindexes";
import { reindexProject } from "@/lib/engine/search/reindex/reindex-project";
import { embedder } from "@/lib/platform/embedding-model/embedder";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { startQueue, stopQueue, workQueue } from "@/lib/platform/queue/queue";

/** Documents that are read at the same time; embedding takes turns, so a second one fills the pauses of the first. */
const DOCUMENTS_AT_ONCE = 2;
/** Between two sweeps, in ms. */
const SWEEP_MS = 30_000;

const deletionJob = z.object({ projectId: z.string() });

let sweeping: NodeJS.Timeout | undefined;

/** Starts reading documents, deleting projects and re-indexing them in this process. */
export async function startIngestWorker(): Promise<void> {
  await startQueue();
  // Loaded before the first document, so that its first minute is not the slowest.
  await embedder();
  await sweepSafely();
  sweeping = setInterval(() => void sweepSafely(), SWEEP_MS);
  await workQueue("ingest", ingestDocument, { concurrency: DOCUMENTS_AT_ONCE });
  await workQueue("delete-project", deleteQueued, { concurrency: 1 });
  await workQueue("reindex", reindexProject, { concurrency: 1 });
}

/** Stops the work: running documents are put back and go on after the next start. */
export async function stopIngestWorker(): Promise<void> {
  clearInterval(sweeping);
  sweeping = undefined;
  await stopQueue();
  stopReaders();
}

async function deleteQueued(data: unknown, signal: AbortSignal): Promise<void> {
  const scope = await fromDeletionJob(deletionJob.parse(data).projectId);
  if (scope !== undefined) await eraseProject(scope, signal);
}

async function sweepSafely(): Promise<void> {
  for (const work of [sweep, queueReindexes]) {
    try {
      await work();
    } catch (thrown) {
      log.error({ error: errorTrace(thrown) }, "sweep failed");
    }
  }
}

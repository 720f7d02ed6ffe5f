/** The worker process: reads documents and does the portal's work in the background, until it is told to stop. */
import { startIngestWorker, stopIngestWorker } from "@/lib/engine/ingest/worker";
import { log } from "@/lib/platform/log";
import { startProofSchedule, stopProofSchedule } from "@/lib/portal/isolation/schedule";
import { startPortalWorker, stopPortalWorker } from "@/lib/portal/jobs/worker";

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all([stopIngestWorker(), stopPortalWorker(), stopProofSchedule()]);
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher was killed: the database will be adopted by the next one, and so will the work.
process.on("disconnect", () => void stop());

await startIngestWorker();
startPortalWorker();
startProofSchedule();
log.info({ pid: process.pid }, "worker started");
process.send?.("started");

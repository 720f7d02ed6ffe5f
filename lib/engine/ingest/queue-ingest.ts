import "server-only";

import { z } from "zod";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { CitadelError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue/queue";

/** What a job of the ingest queue holds: ids, never a scope. */
export const ingestJob = z.object({ projectId: z.string(), versionId: z.string() });

/**
 * The most documents of one project that may wait to be read. Whoever uploads more waits with the rest: a loop that has lost its end stops here, and does not
 * take the cores from the reading of everybody else.
 */
export const MOST_WAITING = 300;
const RETRY_AFTER_SECONDS = 10;

/**
 * Queues the reading of a version in the transaction that made it, so that there is never one without the other. Each
 * document stands behind as many of other projects as its own project has waiting already: a customer's first document
 * does not wait for another one's thousandth.
 */
export async function queueIngest(tx: EngineTransaction, scope: ProjectScope, versionId: string): Promise<void> {
  const { projectId } = scope;
  const waiting = await countWaiting(tx, scope, versionId);
  await enqueue(tx, "ingest", { projectId, versionId }, { singletonKey: versionId, groupId: projectId, priority: -waiting });
}

/** Throws CitadelError `rate_limited` while as many documents of the scope's project wait as may. */
export async function refuseWhenFull(tx: EngineTransaction, scope: ProjectScope): Promise<void> {
  if ((await countWaiting(tx, scope, "")) < MOST_WAITING) return;
  const sentence = `${MOST_WAITING.toLocaleString("en")} documents of this project wait to be read. Upload the rest when some of them are ready.`;
  throw new CitadelError("rate_limited", sentence, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

async function countWaiting(tx: EngineTransaction, { projectId }: ProjectScope, versionId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (
      SELECT 1 FROM engine.document_version
      WHERE project_id = ${projectId} AND id <> ${versionId} AND status NOT IN ('ready', 'failed') LIMIT ${MOST_WAITING}::int) AS others`;
  return row?.waiting ?? 0;
}

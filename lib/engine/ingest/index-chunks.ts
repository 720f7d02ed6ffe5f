import "server-only";

import { withProject } from "@/lib/engine/database";
import { advance, type Attempt } from "@/lib/engine/ingest/attempt";
import { inTurn } from "@/lib/engine/ingest/in-turn";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { stageChunks } from "@/lib/engine/search/index/stage-chunks";
import { embedder } from "@/lib/engine/search/model/embedder";

/** Chunks that are embedded and stored together. */
const BATCH = 32;

/** Embeds a version's chunks and stages them, batch by batch, with the progress to see. Throws Overtaken, or the signal's reason. */
export async function indexChunks(attempt: Attempt, drafts: readonly ChunkDraft[], signal: AbortSignal): Promise<void> {
  const { scope } = attempt.version;
  const model = await embedder();
  for (let done = 0; done < drafts.length; done += BATCH) {
    signal.throwIfAborted();
    const batch = drafts.slice(done, done + BATCH);
    const embedded = await inTurn(() => model.embedChunks(batch));
    await withProject(scope, async (tx) => {
      await advance(tx, attempt, { status: "indexing", progressDone: done + batch.length, progressTotal: drafts.length });
      await stageChunks(tx, scope, attempt.version, batch, embedded);
    });
  }
}

import "server-only";

import { withProject } from "@/lib/engine/database";
import { advance, type Attempt } from "@/lib/engine/ingest/attempt";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { clearStaged, stageChunks } from "@/lib/engine/search/index/stage-chunks";
import { configuredName } from "@/lib/engine/search/model/configured-model";
import { embedderOf } from "@/lib/engine/search/model/embedder-of";
import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import type { IndexModel } from "@/lib/engine/search/model/index-model";
import { modelForNew } from "@/lib/engine/search/reindex/model-for-new";
import type { EmbeddedChunk } from "@/lib/platform/embedding-model/embedder";

/** Chunks that are embedded and stored together. */
export const BATCH = 32;

/**
 * Embeds a version's chunks and stages them, batch by batch, with the progress to see. Returns the model of their vectors, which is the
 * one of the project's index at the beginning. Throws Overtaken, EmbeddingFailure, or the signal's reason.
 */
export async function indexChunks(attempt: Attempt, drafts: readonly ChunkDraft[], signal: AbortSignal): Promise<IndexModel> {
  const { scope, versionId } = attempt.version;
  const model = await modelForNew(scope);
  await withProject(scope, async (tx) => {
    await advance(tx, attempt, { status: "indexing", progressDone: 0, progressTotal: drafts.length });
    await clearStaged(tx, scope, versionId);
  });
  const batchAt = (start: number) => drafts.slice(start, start + BATCH);
  let next = embedAhead(model, batchAt(0), signal);
  for (let done = 0; done < drafts.length; done += BATCH) {
    signal.throwIfAborted();
    const batch = batchAt(done);
    const embedded = await next;
    next = embedAhead(model, batchAt(done + BATCH), signal);
    await withProject(scope, async (tx) => {
      await advance(tx, attempt, { status: "indexing", progressDone: done + batch.length, progressTotal: drafts.length });
      await stageChunks(tx, scope, attempt.version, batch, embedded);
    });
  }
  return model;
}

/** Begins to embed while the batch before is stored, so that the model need not wait for the database. What it throws is seen by whoever awaits it. */
function embedAhead(model: IndexModel, drafts: readonly ChunkDraft[], signal: AbortSignal): Promise<EmbeddedChunk[]> {
  const embedded = drafts.length === 0 ? Promise.resolve([]) : embedAs(model, drafts, signal);
  embedded.catch(() => undefined);
  return embedded;
}

/**
 * Where nobody serves the index's model any more, because another one has been configured, chunks get vectors of zeros: their words find
 * them until the re-index has come to them.
 */
async function embedAs(model: IndexModel, drafts: readonly ChunkDraft[], signal: AbortSignal): Promise<EmbeddedChunk[]> {
  try {
    return await (await embedderOf(model)).embedChunks(drafts, signal);
  } catch (thrown) {
    if (!(thrown instanceof EmbeddingFailure) || thrown.isPassing || model.name === configuredName()) throw thrown;
    const nothing = () => new Float32Array(model.dimensions);
    return drafts.map(({ sentences }) => ({ vector: nothing(), sentences: sentences.map(nothing) }));
  }
}

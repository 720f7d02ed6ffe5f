import "server-only";

import { z } from "zod";

import { withProject } from "@/lib/engine/database";
import { fromReindexJob } from "@/lib/engine/ingest/from-job";
import type { ProjectScope } from "@/lib/engine/scope";
import { ownModel } from "@/lib/engine/search/index/own-model";
import { configuredModel } from "@/lib/engine/search/model/configured-model";
import { embedderOf } from "@/lib/engine/search/model/embedder-of";
import { type IndexModel, isSameModel } from "@/lib/engine/search/model/index-model";
import { type ChunkPlace, chunksToEmbed } from "@/lib/engine/search/reindex/chunks-to-embed";
import { clearOtherModels, storeReindexed } from "@/lib/engine/search/reindex/store-reindexed";
import { swapIndex } from "@/lib/engine/search/reindex/swap-index";
import { log } from "@/lib/platform/log";

const reindexJob = z.object({ projectId: z.string() });

/** Chunks that are embedded and stored together. */
const BATCH = 32;
const BEGINNING: ChunkPlace = { documentId: "", ordinal: -1 };

/**
 * Embeds a project's live chunks with the configured model beside the vectors that answer, and puts the new ones in their place at once
 * when every chunk has one. It may be killed at any point and goes on where it was; questions are answered all the time, and documents
 * that go live meanwhile are embedded as well. Throws EmbeddingFailure, or the signal's reason, for the queue to try again.
 */
export async function reindexProject(data: unknown, signal: AbortSignal): Promise<void> {
  const scope = await fromReindexJob(reindexJob.parse(data).projectId);
  if (scope === undefined) return;
  const model = await configuredModel();
  if (isSameModel(await withProject(scope, (tx) => ownModel(tx, scope)), model)) return;
  const started = performance.now();
  await withProject(scope, (tx) => clearOtherModels(tx, scope, model));
  let chunks = 0;
  do chunks += await embedMissing(scope, model, signal);
  while (!(await swapIndex(scope, model)));
  log.info({ projectId: scope.projectId, model: model.name, chunks, ms: Math.round(performance.now() - started) }, "project re-indexed");
}

/** Goes once through the live chunks that have no vector of the model; how many those were. */
async function embedMissing(scope: ProjectScope, model: IndexModel, signal: AbortSignal): Promise<number> {
  const { embedChunks } = await embedderOf(model);
  let after = BEGINNING;
  for (let count = 0; ; ) {
    signal.throwIfAborted();
    const batch = await withProject(scope, (tx) => chunksToEmbed(tx, scope, model, after, BATCH));
    const last = batch.at(-1);
    if (last === undefined) return count;
    const embedded = await embedChunks(batch.map(({ draft }) => draft), signal);
    await withProject(scope, (tx) => storeReindexed(tx, scope, model, batch.map(({ id }) => id), embedded));
    after = last;
    count += batch.length;
  }
}

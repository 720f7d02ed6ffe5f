import "server-only";

import type { Indexing } from "@/lib/engine/contract";
import { lookUp } from "@/lib/engine/database";
import { configuredModel } from "@/lib/engine/search/model/configured-model";

/** How far the change to the configured embedding model is. Projects that wait to be deleted do not count. Throws EmbeddingFailure while the configured server does not say how long its vectors are. */
export async function reindexProgress(): Promise<Indexing> {
  const { name, dimensions } = await configuredModel();
  const [row] = await lookUp(
    (tx) => tx.$queryRaw<{ projects: number; projects_left: number; chunks: bigint; chunks_done: bigint }[]>`SELECT * FROM engine.reindex_progress(${name}, ${dimensions}::int)`,
  );
  return {
    model: name,
    dimensions,
    projects: row?.projects ?? 0,
    projectsLeft: row?.projects_left ?? 0,
    chunks: Number(row?.chunks ?? 0),
    chunksDone: Number(row?.chunks_done ?? 0),
  };
}

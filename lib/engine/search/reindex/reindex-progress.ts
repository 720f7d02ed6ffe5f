import "server-only";

import { lookUp } from "@/lib/engine/database";
import { configuredModel } from "@/lib/engine/search/model/configured-model";

/** How far the change to the configured embedding model is. Projects that wait to be deleted do not count. */
export interface ReindexProgress {
  model: string;
  dimensions: number;
  projects: number;
  /** Those whose vectors are still of another model; they answer with it. */
  projectsLeft: number;
  /** Live chunks of those, and how many of them have a vector of the next model already. */
  chunks: number;
  chunksDone: number;
}

/** Counts over all projects. Throws EmbeddingFailure while the configured server does not say how long its vectors are. */
export async function reindexProgress(): Promise<ReindexProgress> {
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

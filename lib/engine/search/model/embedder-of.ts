import "server-only";

import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { embeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { BUILT_IN, type IndexModel } from "@/lib/engine/search/model/index-model";
import { remoteEmbedder } from "@/lib/engine/search/model/remote-embedder";
import { type Embedder, embedder } from "@/lib/platform/embedding-model/embedder";

/**
 * The embedder of a model that a project's vectors are of. One that is neither the built-in model nor the configured one is asked of
 * the configured server by its name, which may serve both. The embedder throws EmbeddingFailure, also `wrong_dimensions`, when the
 * vectors are not those of the index any more.
 */
export async function embedderOf(model: IndexModel): Promise<Pick<Embedder, "embedQuestion" | "embedChunks">> {
  if (model.name === BUILT_IN.name) return embedder();
  const settings = embeddingSettings();
  if (settings === undefined) throw new EmbeddingFailure("not_configured");
  const remote = remoteEmbedder({ ...settings, model: model.name });
  const fitting = (vector: Float32Array) => {
    if (vector.length !== model.dimensions) throw new EmbeddingFailure("wrong_dimensions");
    return vector;
  };
  return {
    embedQuestion: async (text) => fitting(await remote.embedQuestion(text)),
    async embedChunks(drafts, signal) {
      const embedded = await remote.embedChunks(drafts, signal);
      for (const { vector } of embedded) fitting(vector);
      return embedded;
    },
  };
}

import "server-only";

import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { embeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { BUILT_IN, type IndexModel } from "@/lib/engine/search/model/index-model";
import { remoteEmbedder } from "@/lib/engine/search/model/remote-embedder";

/** engine.project_index holds no more. */
const MOST_DIMENSIONS = 16_384;
/** A server is asked again after this time, in ms: its model may have been exchanged for one of other dimensions. */
const ASK_AGAIN_MS = 600_000;

const asked = new Map<string, { model: IndexModel; until: number }>();

/** The name of the model that every project's vectors are to be of. */
export function configuredName(): string {
  return embeddingSettings()?.model ?? BUILT_IN.name;
}

/** The model that every project's vectors are to be of. How many dimensions a server's has is asked of the server. Throws EmbeddingFailure. */
export async function configuredModel(): Promise<IndexModel> {
  const settings = embeddingSettings();
  if (settings === undefined) return BUILT_IN;
  const key = `${settings.url} ${settings.model}`;
  const known = asked.get(key);
  if (known !== undefined && performance.now() < known.until) return known.model;
  const { length } = await remoteEmbedder(settings).embedQuestion("dimensions");
  if (length > MOST_DIMENSIONS) throw new EmbeddingFailure("wrong_dimensions");
  const model = { name: settings.model, dimensions: length };
  asked.set(key, { model, until: performance.now() + ASK_AGAIN_MS });
  return model;
}

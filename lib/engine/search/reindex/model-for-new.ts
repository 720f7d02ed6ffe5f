import "server-only";

import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { ownModel } from "@/lib/engine/search/index/own-model";
import { configuredModel, configuredName } from "@/lib/engine/search/model/configured-model";
import type { IndexModel } from "@/lib/engine/search/model/index-model";
import { swapIndex } from "@/lib/engine/search/reindex/swap-index";

/**
 * The model with which new chunks of a project are embedded: that of its index, since they are to be found beside the others, also while
 * it is being re-indexed. A project that has nothing yet takes the configured model. Throws EmbeddingFailure.
 */
export async function modelForNew(scope: ProjectScope): Promise<IndexModel> {
  const own = await withProject(scope, (tx) => ownModel(tx, scope));
  if (own.name === configuredName()) return own;
  const [something] = await withProject(scope, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM engine.live_chunk WHERE project_id = ${scope.projectId} LIMIT 1`);
  if (something !== undefined) return own;
  const configured = await configuredModel();
  return (await swapIndex(scope, configured)) ? configured : own;
}

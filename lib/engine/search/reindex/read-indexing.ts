import "server-only";

import type { Indexing } from "@/lib/engine/contract";
import type { ManagementProof } from "@/lib/engine/keys/management";
import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { reindexProgress } from "@/lib/engine/search/reindex/reindex-progress";
import { CitadelError } from "@/lib/platform/errors";

/** How far the re-index is, for who provisions. Throws CitadelError `unavailable` while the configured server does not embed. */
export async function readIndexing(_proof: ManagementProof): Promise<Indexing> {
  try {
    return await reindexProgress();
  } catch (thrown) {
    if (!(thrown instanceof EmbeddingFailure)) throw thrown;
    throw new CitadelError("unavailable", "The embedding server does not answer as it should. Check EMBEDDING_URL and EMBEDDING_MODEL, and try again in a moment.", { cause: thrown, retryAfterSeconds: 10 });
  }
}

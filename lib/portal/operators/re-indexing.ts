import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { errorTrace } from "@/lib/platform/error-trace";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { SignedIn } from "@/lib/portal/scope";

/** Projects that are moved to another embedding model. */
export interface ReIndexing {
  model: string;
  projects: number;
  projectsDone: number;
  /** Of the passages of the projects that are left, in whole per cent. */
  percent: number;
}

/** How far the engine's re-index is; undefined when there is none, or the engine does not say. Throws CitadelError `not_found` for who is no operator. */
export async function reIndexing(operator: SignedIn, admin: EngineAdmin = engineAdmin()): Promise<ReIndexing | undefined> {
  if (!operator.operator) throw notFound();
  try {
    const { model, projects, projectsLeft, chunks, chunksDone } = await admin.indexing();
    return projectsLeft === 0 ? undefined : { model, projects, projectsDone: projects - projectsLeft, percent: Math.floor((100 * chunksDone) / Math.max(chunks, 1)) };
  } catch (thrown) {
    log.warn({ error: errorTrace(thrown) }, "the engine does not say how far its re-index is");
    return undefined;
  }
}

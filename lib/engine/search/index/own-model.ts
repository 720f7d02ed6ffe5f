import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { BUILT_IN, type IndexModel } from "@/lib/engine/search/model/index-model";

/** The model that the project's vectors are of. */
export async function ownModel(tx: EngineTransaction, { projectId }: ProjectScope): Promise<IndexModel> {
  const [row] = await tx.$queryRaw<IndexModel[]>`SELECT model AS name, dimensions FROM engine.project_index WHERE project_id = ${projectId}`;
  return row ?? BUILT_IN;
}

/** Keeps the project's vectors of one model until the transaction ends: engine.swap_index waits for it. Belongs before every other lock. */
export async function holdOwnModel(tx: EngineTransaction, scope: ProjectScope): Promise<IndexModel> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${scope.projectId} || '/index', 0))`;
  return ownModel(tx, scope);
}

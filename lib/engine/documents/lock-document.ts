import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";

/**
 * Lets one transaction at a time change what stands under a name in the scope's project, also while there is no row yet:
 * of two uploads of one new name the second finds the first one's document. Held until the transaction ends.
 */
export async function lockName(tx: EngineTransaction, { projectId }: ProjectScope, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${projectId}/${name}`}, 0))`;
}

/**
 * Lets one transaction at a time change a document's versions. Held until the transaction ends. Whoever also locks a
 * version or its chunks locks the document first, so that no two transactions can wait for each other.
 */
export async function lockDocument(tx: EngineTransaction, { projectId }: ProjectScope, documentId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM engine.document WHERE project_id = ${projectId} AND id = ${documentId} FOR UPDATE`;
}

/** Holds a document in place, while others may do the same: what is written for it now is not written for one that is being removed. */
export async function holdDocument(tx: EngineTransaction, { projectId }: ProjectScope, documentId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM engine.document WHERE project_id = ${projectId} AND id = ${documentId} FOR KEY SHARE`;
}

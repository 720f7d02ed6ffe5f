import "server-only";

import type { Environment } from "@/lib/engine/contract";
import type { EngineTransaction } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";

/** What there is to know of a project before its data. */
export interface ProjectRow {
  id: string;
  name: string;
  environment: Environment;
  status: "active" | "suspended" | "deleting" | "deleted";
  created_at: Date;
  deleted_at: Date | null;
}

/** The scope's project in whatever state, or undefined when there never was one. */
export async function findProject(tx: EngineTransaction, { projectId }: ProjectScope): Promise<ProjectRow | undefined> {
  const [row] = await tx.$queryRaw<ProjectRow[]>`
    SELECT id, name, environment, status, created_at, deleted_at FROM engine.project WHERE id = ${projectId}`;
  return row;
}

/** The scope's project unless it is gone. Throws CitadelError `not_found`. */
export async function existingProject(tx: EngineTransaction, scope: ProjectScope): Promise<ProjectRow> {
  const row = await findProject(tx, scope);
  if (row === undefined || row.status === "deleted") throw notFound();
  return row;
}

/**
 * The scope's project, held active until the transaction ends: whatever is written in it is there before a deletion begins,
 * or not at all. Throws CitadelError `not_found` when the project is ending or gone.
 */
export async function lockActiveProject(tx: EngineTransaction, { projectId }: ProjectScope): Promise<ProjectRow> {
  const [row] = await tx.$queryRaw<ProjectRow[]>`
    SELECT id, name, environment, status, created_at, deleted_at FROM engine.project WHERE id = ${projectId} AND status = 'active' FOR SHARE`;
  if (row === undefined) throw notFound();
  return row;
}

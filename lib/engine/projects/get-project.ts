import "server-only";

import type { ProjectDetail } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { existingProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";

interface Totals {
  documents: number;
  chunks: number;
  bytes: number;
}

/** A project with its totals: documents, searchable chunks, and bytes of stored originals. Throws CitadelError `not_found`. */
export async function getProject(scope: ProjectScope): Promise<ProjectDetail> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    const { id, name, environment, status, created_at } = await existingProject(tx, scope);
    const [totals] = await tx.$queryRaw<Totals[]>`
      SELECT (SELECT count(*)::int FROM engine.document WHERE project_id = ${projectId}) AS documents,
        (SELECT coalesce(sum(chunk_count), 0)::int FROM engine.indexed_document WHERE project_id = ${projectId}) AS chunks,
        (SELECT coalesce(sum(bytes), 0)::float8 FROM engine.document_version WHERE project_id = ${projectId}) AS bytes`;
    const { documents = 0, chunks = 0, bytes = 0 } = totals ?? {};
    return { id, name, environment, status, createdAt: created_at.toISOString(), documentCount: documents, chunkCount: chunks, bytes };
  });
}

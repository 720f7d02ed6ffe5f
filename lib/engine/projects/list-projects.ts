import "server-only";

import type { z } from "zod";

import type { listQuery, ProjectList } from "@/lib/engine/contract";
import { listPage, readCursor } from "@/lib/engine/cursor";
import { lookUp } from "@/lib/engine/database";
import type { ManagementProof } from "@/lib/engine/keys/management";
import type { ProjectRow } from "@/lib/engine/projects/active-project";

/** All projects that are not gone, oldest first: names and states, no content. */
export async function listProjects(_proof: ManagementProof, { cursor, limit }: z.output<typeof listQuery>): Promise<ProjectList> {
  const after = readCursor("prj", cursor) ?? null;
  const rows = await lookUp((tx) => tx.$queryRaw<ProjectRow[]>`SELECT * FROM engine.list_projects(${after}, ${limit + 1}::int)`);
  return listPage(rows, limit, ({ id, name, environment, status, created_at }) => ({ id, name, environment, status, createdAt: created_at.toISOString() }));
}

import "server-only";

import type { z } from "zod";

import type { listQuery, ProjectKeyList } from "@/lib/engine/contract";
import { listPage, readCursor } from "@/lib/engine/cursor";
import { withProject } from "@/lib/engine/database";
import { existingProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";

/** Every key the project ever had, newest first, revoked ones too, without secrets. Throws CitadelError `not_found`. */
export async function listKeys(scope: ProjectScope, { cursor, limit }: z.output<typeof listQuery>): Promise<ProjectKeyList> {
  const { projectId } = scope;
  const before = readCursor("key", cursor);
  return withProject(scope, async (tx) => {
    await existingProject(tx, scope);
    const rows = await tx.apiKey.findMany({
      where: { projectId, ...(before === undefined ? {} : { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return listPage(rows, limit, (row) => ({
      id: row.id,
      prefix: row.prefix,
      name: row.name,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  });
}

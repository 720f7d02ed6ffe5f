import "server-only";

import type { z } from "zod";

import type { ProjectUsage, usageQuery } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";

interface Held {
  documents: number;
  bytes: number;
  pages: number;
}

/** What the scope's project holds now, and the tokens of each day (UTC) between two, both included. No content. */
export async function projectUsage(scope: ProjectScope, { from, until }: z.output<typeof usageQuery>): Promise<ProjectUsage> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    const [held] = await tx.$queryRaw<Held[]>`
      SELECT (SELECT count(*)::int FROM engine.document WHERE project_id = ${projectId}) AS documents,
        coalesce(sum(bytes), 0)::float8 AS bytes, coalesce(sum(page_count), 0)::int AS pages
      FROM engine.document_version WHERE project_id = ${projectId}`;
    const days = await tx.tokenUse.findMany({ where: { projectId, day: { gte: new Date(from), lte: new Date(until) } }, orderBy: { day: "asc" } });
    return {
      ...(held ?? { documents: 0, bytes: 0, pages: 0 }),
      days: days.map(({ day, tokens }) => ({ day: day.toISOString().slice(0, 10), tokens: Number(tokens) })),
    };
  });
}

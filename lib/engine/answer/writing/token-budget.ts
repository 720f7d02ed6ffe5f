import "server-only";

import { withProject } from "@/lib/engine/database";
import { lockActiveProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";

/** Tokens set aside for one answer, on one day of the project's budget. */
export interface Reservation {
  /** The UTC day, as 2026-11-25. */
  day: string;
  tokens: number;
}

/**
 * Sets tokens aside from what the project may use today; undefined when that would be more than `limit`. Answers written at the same
 * time cannot overdraw it together. Throws CitadelError `not_found` when the project is ending.
 */
export async function reserveTokens(scope: ProjectScope, tokens: number, limit: number): Promise<Reservation | undefined> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    await lockActiveProject(tx, scope);
    const [row] = await tx.$queryRaw<{ day: string }[]>`
      INSERT INTO engine.token_use AS used (project_id, day, tokens)
      SELECT ${projectId}, (now() AT TIME ZONE 'UTC')::date, ${tokens}::bigint WHERE ${tokens}::bigint <= ${limit}::bigint
      ON CONFLICT (project_id, day) DO UPDATE SET tokens = used.tokens + ${tokens}::bigint WHERE used.tokens + ${tokens}::bigint <= ${limit}::bigint
      RETURNING day::text`;
    return row === undefined ? undefined : { day: row.day, tokens };
  });
}

/** Puts what was really used in the place of what was set aside. */
export async function settleTokens(scope: ProjectScope, { day, tokens }: Reservation, used: number): Promise<void> {
  const { projectId } = scope;
  await withProject(scope, async (tx) => {
    await tx.$executeRaw`
      UPDATE engine.token_use SET tokens = greatest(0, tokens + ${used - tokens}::bigint) WHERE project_id = ${projectId} AND day = ${day}::date`;
  });
}

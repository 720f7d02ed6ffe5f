import "server-only";

import { inOneStatement, statementOf } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import type { IndexModel } from "@/lib/engine/search/model/index-model";

/**
 * Puts a project's re-indexed vectors in the place of those that answer, in one transaction. False, and nothing is changed, while one of
 * its live chunks has no vector of this model.
 */
export async function swapIndex(scope: ProjectScope, { name, dimensions }: IndexModel): Promise<boolean> {
  const [row] = await inOneStatement<{ swapped: boolean }>(scope, (project) => statementOf`SELECT engine.swap_index(${project}, ${name}, ${dimensions}::int) AS swapped`);
  return row?.swapped ?? false;
}

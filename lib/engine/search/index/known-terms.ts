import "server-only";

import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";

/** So many letters at its beginning a word must share with a stem: they bound the part of the index that is read. */
const SHARED = 2;
/** More stems than this with one beginning are not looked at; the frequent ones are. */
const MOST = 2_000;

/** The project's index terms that begin like one of the words, letters only, with the number of live chunks that hold them. */
export async function knownTerms(scope: ProjectScope, words: readonly string[]): Promise<{ term: string; chunks: number }[]> {
  const beginnings = [...new Set(words.map((word) => word.slice(0, SHARED)))];
  const ends = beginnings.map(following);
  return withProject(
    scope,
    (tx) => tx.$queryRaw<{ term: string; chunks: number }[]>`
      SELECT p.term, sum(cardinality(p.ordinals))::int AS chunks
      FROM unnest(${beginnings}::text[], ${ends}::text[]) AS b(beginning, following)
        CROSS JOIN LATERAL (
          SELECT * FROM engine.posting p WHERE p.project_id = ${scope.projectId} AND p.term >= b.beginning AND p.term < b.following OFFSET 0
        ) p
      WHERE p.term ~ '^[[:alpha:]]+$'
      GROUP BY p.term ORDER BY chunks DESC LIMIT ${MOST}::int`,
  );
}

/** The first text behind all that begin like this one, in the order of code points. */
function following(beginning: string): string {
  const last = beginning.codePointAt(beginning.length - 1) ?? 0;
  return beginning.slice(0, -1) + String.fromCodePoint(last + 1);
}

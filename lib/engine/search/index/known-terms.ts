import "server-only";

import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";

/** An index term of a project. */
export interface KnownTerm {
  term: string;
  /** How many live chunks hold it. */
  chunks: number;
}

/** So many letters at its beginning a word must share with a term: they bound the part of the index that is read. */
const SHARED = 2;
/** More terms than this are not looked at; the frequent ones are. */
const MOST = 2_000;

/** For each word the project's index terms that begin like it, letters only, the frequent ones first. */
export async function knownTerms(scope: ProjectScope, words: readonly string[]): Promise<Map<string, KnownTerm[]>> {
  const beginnings = [...new Set(words.map((word) => word.slice(0, SHARED)))];
  const ends = beginnings.map(following);
  const terms = await withProject(
    scope,
    (tx) => tx.$queryRaw<KnownTerm[]>`
      SELECT p.term, sum(cardinality(p.ordinals))::int AS chunks
      FROM unnest(${beginnings}::text[], ${ends}::text[]) AS b(beginning, following)
        CROSS JOIN LATERAL (
          SELECT * FROM engine.posting p WHERE p.project_id = ${scope.projectId} AND p.term >= b.beginning AND p.term < b.following OFFSET 0
        ) p
      WHERE p.term ~ '^[[:alpha:]]+$'
      GROUP BY p.term ORDER BY chunks DESC LIMIT ${MOST}::int`,
  );
  return new Map(words.map((word) => [word, terms.filter(({ term }) => term.startsWith(word.slice(0, SHARED)))]));
}

/** The first text behind all that begin like this one, in the order of code points. */
function following(beginning: string): string {
  const last = beginning.codePointAt(beginning.length - 1) ?? 0;
  return beginning.slice(0, -1) + String.fromCodePoint(last + 1);
}

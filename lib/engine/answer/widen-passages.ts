import "server-only";

import { lacksHead } from "@/lib/engine/answer/quote";
import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import { bestOf, type RankedPassage } from "@/lib/engine/search/ranking/rank-passages";

interface PageRow {
  document_id: string;
  page: number;
  text: string;
}

/**
 * The ranked passages, those of them up to the whole beginning of their page whose best sentence is a row of a table that began in an earlier
 * chunk: its header can be quoted then. A page is read only where one is needed, and left alone where the document has changed meanwhile.
 */
export async function widenPassages(scope: ProjectScope, ranked: readonly RankedPassage[]): Promise<readonly RankedPassage[]> {
  const wanting = ranked.filter(isWanting).map(({ passage }) => passage);
  if (wanting.length === 0) return ranked;
  const pages = await readBeginnings(scope, wanting);
  return ranked.map((entry) => ({ ...entry, passage: pages.get(entry.passage.chunkId) ?? entry.passage }));
}

function isWanting({ passage, sentences }: RankedPassage): boolean {
  const best = bestOf(sentences);
  return best !== undefined && lacksHead(passage, best.index);
}

/** The passages from the beginning of their pages on, by their chunks. */
async function readBeginnings(scope: ProjectScope, passages: readonly Passage[]): Promise<Map<string, Passage>> {
  const [documents, pages] = [passages.map(({ documentId }) => documentId), passages.map(({ page }) => page)];
  const rows = await withProject(
    scope,
    (tx) => tx.$queryRaw<PageRow[]>`
      SELECT d.document_id, p.page, p.text
      FROM engine.indexed_document d JOIN engine.page p ON p.project_id = d.project_id AND p.version_id = d.version_id
      WHERE d.project_id = ${scope.projectId}
        AND (d.document_id, p.page) IN (SELECT * FROM unnest(${documents}::text[], ${pages}::int[]))`,
  );
  const widened = passages.flatMap<[string, Passage]>((passage) => {
    const end = passage.start + passage.text.length;
    const text = rows.find((row) => row.document_id === passage.documentId && row.page === passage.page)?.text.slice(0, end) ?? "";
    return text.slice(passage.start) === passage.text ? [[passage.chunkId, { ...passage, start: 0, text }]] : [];
  });
  return new Map(widened);
}

import "server-only";

import type { z } from "zod";

import type { searchInput, SearchResponse } from "@/lib/engine/contract";
import type { ProjectScope } from "@/lib/engine/scope";
import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { spread } from "@/lib/engine/search/ranking/spread";
import { retrieve } from "@/lib/engine/search/retrieve";

/** Passages that are ranked for each result that is wanted, so that there is a choice between documents. */
const RANKED_FOR_EACH = 2;

/** The project's passages for a query, best first, with scores in 0–1. No document fills the results while others have something. */
export async function searchProject(scope: ProjectScope, { query, limit, documentIds }: z.output<typeof searchInput>): Promise<SearchResponse> {
  const started = performance.now();
  const { ranked } = await retrieve(scope, query, { documentIds, depth: Math.max(20, limit * RANKED_FOR_EACH) });
  const results = spread(ranked, ({ passage }) => passage.documentId, limit).map(({ passage, strength }) => ({
    documentId: passage.documentId,
    documentName: passage.documentName,
    page: passage.page,
    chunkId: passage.chunkId,
    text: passage.text,
    score: calibrate(strength),
  }));
  return { results, tookMs: performance.now() - started };
}

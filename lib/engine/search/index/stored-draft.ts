import type { ChunkDraft } from "@/lib/engine/ingest/parsed";

/** The columns of engine.chunk that were made from a draft. */
export interface DraftRow {
  page: number;
  start_offset: number;
  end_offset: number;
  text: string;
  context: string[];
  sentence_spans: number[];
  sentence_contexts: string[];
}

/** The draft that a chunk's row was made from. */
export function draftOf(row: DraftRow): ChunkDraft {
  const sentences = row.sentence_contexts.map((context, index) => {
    const span = { start: row.sentence_spans[2 * index] ?? 0, end: row.sentence_spans[2 * index + 1] ?? 0 };
    return context === "" ? span : { ...span, context };
  });
  return { page: row.page, start: row.start_offset, end: row.end_offset, text: row.text, context: row.context, sentences };
}

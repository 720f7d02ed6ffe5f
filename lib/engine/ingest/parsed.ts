/**
 * What a reader makes of a file, page by page. `text` is the page's plain text exactly as it will be stored, shown and
 * cited; every block and line says where it stands in it (UTF-16 offsets, end exclusive).
 */
export interface ParsedPage {
  /** From 1. A format without pages is one page; a very long one may be split at headings. */
  page: number;
  text: string;
  /** PDF points; null for formats without a layout. */
  width: number | null;
  height: number | null;
  /** In reading order, not overlapping. */
  blocks: ParsedBlock[];
  /** The words were recognised in a picture, which takes its time. */
  recognised?: true;
}

/** One structural piece of a page. */
export interface ParsedBlock {
  kind: "heading" | "paragraph" | "list-item" | "table-row" | "code";
  /** 1–6 for headings. */
  level?: number;
  start: number;
  end: number;
  /** The lines of the block with their boxes; one line with a null box for formats without a layout. */
  lines: ParsedLine[];
  /** For a table row its header cells' text, for a list item the lines that lead into it: for ranking, no part of the block's text. */
  context?: string;
}

/** One printed line: its span and its box `[x0, y0, x1, y1]` in PDF points from the top left. */
export interface ParsedLine {
  start: number;
  end: number;
  bbox: [number, number, number, number] | null;
}

/** A chunk before it has an id or a vector: a span of one page, with the sentences in it. */
export interface ChunkDraft {
  page: number;
  /** Span in the page's text; `text` is exactly that slice. */
  start: number;
  end: number;
  text: string;
  /** Document name's and headings' words, outermost first: for ranking, never quoted. */
  context: string[];
  /** Sentences, list items and table rows in order, as spans in the page's text. They lie within the chunk. */
  sentences: SentenceSpan[];
}

/** A sentence's span in the page's text; `context` as in {@link ParsedBlock}, after the headings that are over it but not over all of its chunk. */
export interface SentenceSpan {
  start: number;
  end: number;
  context?: string;
}

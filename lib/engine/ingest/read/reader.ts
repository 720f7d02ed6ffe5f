import type { ParsedBlock, ParsedPage } from "@/lib/engine/ingest/parsed";

/** Reads one format. Pages come in order, one at a time; whatever is thrown and no DocumentError counts as a damaged file. */
export type Reader = (bytes: Buffer) => AsyncIterable<ParsedPage> | Iterable<ParsedPage>;

/** A structural piece before it has a place in a page's text, for formats without a layout. */
export interface DraftBlock {
  kind: ParsedBlock["kind"];
  /** 1–6 for headings. */
  level?: number;
  /** The piece's text as it will be shown; for list items with their marker. */
  text: string;
  /** Nesting depth of a list item or of what stands in one, from 0. */
  depth?: number;
  /** Words that belong to the piece and stand elsewhere: a row's header cells, the line that leads into a list. */
  context?: string;
}

import type { IndexModel } from "@/lib/engine/search/model/index-model";

/** What the second stage, the results and the answers need of a chunk. */
export interface Passage {
  chunkId: string;
  documentId: string;
  documentName: string;
  page: number;
  /** Where the chunk begins in the page's text (UTF-16); `text` is a slice of that text. */
  start: number;
  text: string;
  /** Words of the document's name and the headings over the chunk, outermost first. */
  context: readonly string[];
  sentences: readonly PassageSentence[];
  /** What the sentences' vectors are of. */
  model: IndexModel;
  /** When the document's live version was indexed. */
  indexedAt: Date | null;
}

/** A sentence, list item or table row of a passage. */
export interface PassageSentence {
  /** Span in the page's text. */
  start: number;
  end: number;
  /** Header cells, or the line that leads into a list; empty where there is none. */
  context: string;
  /** The sentence's embedding, quantised. */
  vector: Int8Array;
}

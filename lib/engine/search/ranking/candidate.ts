/** A live chunk as the index hands it to the first stage of ranking. */
export interface Candidate {
  chunkId: string;
  documentId: string;
  /** The embedding, quantised. */
  vector: Int8Array;
  /** How often each of the question's terms stands in the chunk and its context; one that is not here does not. */
  terms: ReadonlyMap<string, number>;
  /** How many index terms the chunk and its context have, repeats counted. */
  termTotal: number;
}

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

/** What BM25 needs to know about a project's live chunks. */
export interface IndexStatistics {
  /** Number of live chunks. */
  chunks: number;
  /** Their mean number of terms. */
  averageTerms: number;
  /** In how many of them each of the question's terms stands; a term that is not here stands in none. */
  documentFrequency: ReadonlyMap<string, number>;
}

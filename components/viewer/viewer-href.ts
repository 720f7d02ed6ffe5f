import { quoteMark } from "@/components/viewer/quote-mark";

/** What a link into the viewer names. A citation with the project's address is one: `viewerHref({ org, project, ...citation })`. */
export interface ViewerTarget {
  org: string;
  project: string;
  documentId: string;
  /** From 1; the first page when it is left out. */
  page?: number;
  /** Where the passage begins in the page's text, in UTF-16 units. */
  start?: number;
  /** Where it ends, exclusive. */
  end?: number;
  /** The passage to the letter, so that the viewer can say when the document has changed since. */
  quote?: string;
}

/** The address of a document, or of a passage in it, for everyone who may read the project: the one place where it is built. */
export function viewerHref({ org, project, documentId, page, start, end, quote }: ViewerTarget): string {
  const path = `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/documents/${encodeURIComponent(documentId)}`;
  const query = new URLSearchParams();
  if (page !== undefined) query.set("page", String(page));
  if (start !== undefined && end !== undefined) {
    query.set("start", String(start));
    query.set("end", String(end));
    if (quote !== undefined) query.set("quote", quoteMark(quote));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

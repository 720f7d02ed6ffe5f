import { continued, isUnfinished, refreshed } from "@/components/documents/document-list";
import type { DocumentsApi, Filter } from "@/components/documents/documents-api";
import type { DocumentList } from "@/lib/engine/contract";

/** The most rows of one answer, and the fewest that are worth asking for. */
const LONGEST_PAGE = 200;
const SHORTEST_PAGE = 50;

/**
 * The list as it is now: read again from the top as far down as its last unfinished row, and kept as it is below. Throws as
 * {@link DocumentsApi} does.
 */
export async function readAgain(api: DocumentsApi, list: DocumentList, filter: Filter, signal: AbortSignal): Promise<DocumentList> {
  const limit = Math.min(Math.max(list.data.length, SHORTEST_PAGE), LONGEST_PAGE);
  const waiting = new Set(list.data.filter(isUnfinished).map(({ id }) => id));
  let fresh: DocumentList | undefined;
  for (;;) {
    const page = await api.list({ ...filter, limit, cursor: fresh?.nextCursor ?? undefined }, signal);
    fresh = fresh === undefined ? page : continued(fresh, page);
    for (const { id } of page.data) waiting.delete(id);
    if (waiting.size === 0 || fresh.nextCursor === null || fresh.data.length >= list.data.length) return refreshed(list, fresh);
  }
}

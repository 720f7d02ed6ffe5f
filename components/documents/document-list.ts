import type { DocumentList, EngineDocument } from "@/lib/engine/contract";

/** Whether a document is still on its way: its status moves by itself. */
export function isUnfinished({ status }: EngineDocument): boolean {
  return status !== "ready" && status !== "failed";
}

/**
 * A list after its upper part was read again: what was read replaces the rows down to the last one that both know, and the
 * rows below stay as they are.
 */
export function refreshed(old: DocumentList, fresh: DocumentList): DocumentList {
  if (fresh.nextCursor === null) return fresh;
  const read = new Set(fresh.data.map(({ id }) => id));
  const below = old.data.slice(old.data.findLastIndex(({ id }) => read.has(id)) + 1);
  // None in common: nobody knows where the old rows would go.
  if (below.length === 0 || below.length === old.data.length) return fresh;
  return { data: [...fresh.data, ...below], nextCursor: old.nextCursor };
}

/** A list with its next page; rows that are in both stand once. */
export function continued(list: DocumentList, next: DocumentList): DocumentList {
  const known = new Set(list.data.map(({ id }) => id));
  return { data: [...list.data, ...next.data.filter(({ id }) => !known.has(id))], nextCursor: next.nextCursor };
}

/** A list in which a document is as it is now; one that is not on it changes nothing. */
export function updated(list: DocumentList, document: EngineDocument): DocumentList {
  return { ...list, data: list.data.map((row) => (row.id === document.id ? document : row)) };
}

/** A list without a document. */
export function without(list: DocumentList, id: string): DocumentList {
  return { ...list, data: list.data.filter((row) => row.id !== id) };
}

/** Whether two lists look the same to a person. */
export function sameRows(one: DocumentList, other: DocumentList): boolean {
  return JSON.stringify(one.data) === JSON.stringify(other.data);
}

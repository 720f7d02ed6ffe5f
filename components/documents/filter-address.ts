import type { Filter } from "@/components/documents/documents-api";

/** The query of the page's address that shows the same filter again; empty for none. */
export function filterQuery({ name, status, stale }: Filter): string {
  const query = new URLSearchParams();
  if (name !== undefined) query.set("name", name);
  if (status !== undefined) query.set("status", status);
  if (stale !== undefined) query.set("stale", stale);
  return query.size === 0 ? "" : `?${query}`;
}

/** Writes the filter into the page's address, so that it outlives a reload and can be shared. */
export function keepInAddress(filter: Filter): void {
  window.history.replaceState(null, "", `${window.location.pathname}${filterQuery(filter)}`);
}

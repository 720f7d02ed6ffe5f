import { pageAt, PAGE_GAP, type PagePlaces } from "@/components/viewer/pdf/page-places";

/** A place in a document that stays the same when pages change their size. */
export interface Place {
  /** Index of the page. */
  page: number;
  /** Below the page's upper edge, in PDF points. */
  y: number;
  /** How far down in the window it is shown: 0 is the top, 1 the bottom. */
  lead: number;
}

/** The beginning of a page, with the gap above it. */
export function startOf(page: number): Place {
  return { page, y: 0, lead: 0 };
}

/** How far to scroll to see a place, in pixels. `seen` is the window's height. */
export function scrollTo({ page, y, lead }: Place, { tops, scales }: PagePlaces, seen: number): number {
  const gap = y === 0 ? PAGE_GAP : 0;
  return Math.max(0, (tops[page] ?? 0) + y * (scales[page] ?? 1) - lead * seen - gap);
}

/** The place at the upper edge of the window. */
export function placeAt(places: PagePlaces, top: number): Place {
  const page = pageAt(places, top);
  return { page, y: (top - (places.tops[page] ?? 0)) / (places.scales[page] ?? 1), lead: 0 };
}

/** The page a person looks at: the one a third down the window, and the last one at the very end. */
export function currentPage(places: PagePlaces, top: number, seen: number): number {
  const atEnd = top > 0 && top + seen >= places.total - 2;
  return atEnd ? Math.max(0, places.tops.length - 1) : pageAt(places, top + seen / 3);
}

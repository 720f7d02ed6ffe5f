/** A page's size in PDF points, as it is shown (turned pages turned). */
export interface PageSize {
  width: number;
  height: number;
}

/** Where the pages stand below one another, in pixels. */
export interface PagePlaces {
  /** The upper edge of each page. */
  tops: readonly number[];
  heights: readonly number[];
  widths: readonly number[];
  /** Pixels for a point of each page. */
  scales: readonly number[];
  /** From the upper edge of the first page to the lower edge of the last, with a gap at both ends. */
  total: number;
  widest: number;
}

/** Above, below and between pages, in pixels. */
export const PAGE_GAP = 16;

/** Puts pages below one another, each at its scale (pixels for a point). */
export function placePages(sizes: readonly PageSize[], scaleOf: (size: PageSize) => number): PagePlaces {
  const scales = sizes.map(scaleOf);
  const widths = sizes.map(({ width }, index) => width * (scales[index] ?? 1));
  const heights = sizes.map(({ height }, index) => height * (scales[index] ?? 1));
  const tops: number[] = [];
  let top = PAGE_GAP;
  for (const height of heights) {
    tops.push(top);
    top += height + PAGE_GAP;
  }
  return { tops, heights, widths, scales, total: top, widest: widths.reduce((most, width) => Math.max(most, width), 0) };
}

/** The index of the page that stands at a height, or of the last one above it. */
export function pageAt({ tops }: PagePlaces, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The indexes of the pages that reach into a stretch of heights, in order. */
export function pagesBetween(places: PagePlaces, top: number, bottom: number): number[] {
  const first = pageAt(places, top);
  const last = pageAt(places, bottom);
  return Array.from({ length: Math.min(last - first + 1, places.tops.length) }, (_, index) => first + index);
}

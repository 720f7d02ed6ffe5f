/** How large pages are shown: as wide as there is room, or in percent of their printed size. */
export type Zoom = "fit" | number;

/** CSS pixels for a point at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
const STEPS = [50, 75, 100, 125, 150, 200, 300, 400] as const;
/** Pages that fit are shown no wider than this, in pixels: lines as wide as a large screen are hard to read. */
const WIDEST = 1040;
/** Beside a page that fits, in pixels. */
export const MARGIN = 12;

/** Pixels for a point. `room` is what there is for a page of `pageWidth` points, in pixels. */
export function scaleOf(zoom: Zoom, pageWidth: number, room: number): number {
  if (zoom !== "fit") return (zoom / 100) * PIXELS_PER_POINT;
  return Math.max(80, Math.min(room - 2 * MARGIN, WIDEST)) / pageWidth;
}

/** A scale in percent of the printed size. */
export function percentOf(scale: number): number {
  return Math.round((scale / PIXELS_PER_POINT) * 100);
}

/** The next larger step; the same at the largest. */
export function zoomedIn(percent: number): number {
  return STEPS.find((step) => step > percent) ?? Math.max(percent, STEPS[STEPS.length - 1] ?? percent);
}

/** The next smaller step; the same at the smallest. */
export function zoomedOut(percent: number): number {
  return STEPS.findLast((step) => step < percent) ?? Math.min(percent, STEPS[0]);
}

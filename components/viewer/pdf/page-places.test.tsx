import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { PAGE_GAP, pageAt, pagesBetween, placePages } from "@/components/viewer/pdf/page-places";

const sizes = fc.array(fc.record({ width: fc.integer({ min: 50, max: 2000 }), height: fc.integer({ min: 50, max: 2000 }) }), { minLength: 1, maxLength: 60 });
const scale = fc.double({ min: 0.1, max: 5, noNaN: true });

describe("pages below one another", () => {
  it("stand a gap apart, from the first to the last", () => {
    expect(placePages([{ width: 600, height: 800 }, { width: 800, height: 600 }], () => 0.5)).toEqual({
      tops: [16, 432],
      heights: [400, 300],
      widths: [300, 400],
      scales: [0.5, 0.5],
      total: 748,
      widest: 400,
    });
  });

  it("are found again at every height they take", () => {
    fc.assert(
      fc.property(sizes, scale, fc.double({ min: 0, max: 0.999, noNaN: true }), (pages, zoom, within) => {
        const places = placePages(pages, () => zoom);
        for (const [index, top] of places.tops.entries()) expect(pageAt(places, top + within * (places.heights[index] ?? 0))).toBe(index);
      }),
    );
  });

  it("are drawn when they can be seen, and hardly any besides", () => {
    fc.assert(
      fc.property(sizes, scale, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (pages, zoom, part, seen) => {
        const places = placePages(pages, () => zoom);
        const top = part * places.total;
        const drawn = pagesBetween(places, top, top + seen);
        const visible = places.tops.flatMap((edge, index) => (edge < top + seen && edge + (places.heights[index] ?? 0) > top ? [index] : []));
        expect(drawn).toEqual(expect.arrayContaining(visible));
        expect(drawn.length).toBeLessThanOrEqual(visible.length + 2);
      }),
    );
  });

  it("are none of a document without pages", () => {
    const places = placePages([], () => 1);
    expect([places.total, pagesBetween(places, 0, 100)]).toEqual([PAGE_GAP, []]);
  });
});

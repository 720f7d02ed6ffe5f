import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { PAGE_GAP, placePages } from "@/components/viewer/pdf/page-places";
import { openedAt } from "@/components/viewer/pdf/pdf-passage";
import { currentPage, placeAt, scrollTo, startOf } from "@/components/viewer/pdf/place";
import { percentOf, scaleOf, zoomedIn, zoomedOut } from "@/components/viewer/pdf/zoom";

const A4 = { width: 595, height: 842 };
const TEN = Array.from({ length: 10 }, () => A4);
const SEEN = 700;

describe("a place in a document", () => {
  it("is where the same words are, at every size of the pages", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 4, noNaN: true }), fc.double({ min: 0.2, max: 4, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (before, after, part) => {
        const [small, large] = [placePages(TEN, () => before), placePages(TEN, () => after)];
        const place = placeAt(small, PAGE_GAP + part * (small.total - 2 * PAGE_GAP));
        // In the gap between two pages there are no words to stay at.
        fc.pre(place.y >= 1 && place.y < A4.height);
        const again = placeAt(large, scrollTo(place, large, SEEN));
        expect(again.page).toBe(place.page);
        expect(again.y).toBeCloseTo(place.y, 3);
      }),
    );
  });

  it("is the passage's first line, some way down the window, or the beginning of a page", () => {
    const places = placePages(TEN, () => 1);
    const passage = { page: 3, size: A4, boxes: [[70, 420, 500, 432], [70, 400, 500, 412]] satisfies [number, number, number, number][] };
    const edge = places.tops[2] ?? 0;
    expect(scrollTo(openedAt(3, passage), places, SEEN)).toBeCloseTo(edge + 400 - 0.3 * SEEN);
    expect(scrollTo(openedAt(3, { ...passage, boxes: [] }), places, SEEN)).toBe(edge - PAGE_GAP);
    expect(scrollTo(openedAt(1, undefined), places, SEEN)).toBe(0);
  });

  it("belongs to the page a person looks at", () => {
    const places = placePages(TEN, () => 1);
    for (let page = 0; page < 10; page += 1) expect(currentPage(places, scrollTo(startOf(page), places, SEEN), SEEN)).toBe(page);
    expect(currentPage(places, places.total - SEEN, SEEN)).toBe(9);
    const short = placePages([A4, { width: 595, height: 100 }, { width: 595, height: 100 }], () => 1);
    expect(currentPage(short, short.total - SEEN, SEEN)).toBe(2);
  });
});

describe("the size of pages", () => {
  it("fits the room, up to a width that can be read", () => {
    expect(595 * scaleOf("fit", 595, 375)).toBeCloseTo(351);
    expect(842 * scaleOf("fit", 842, 800)).toBeCloseTo(776);
    expect(595 * scaleOf("fit", 595, 3000)).toBeCloseTo(1040);
  });

  it("goes in steps and stays at the last", () => {
    expect(percentOf(scaleOf(150, 595, 375))).toBe(150);
    expect([zoomedIn(100), zoomedIn(112), zoomedOut(112), zoomedOut(100)]).toEqual([125, 125, 100, 75]);
    expect([zoomedIn(400), zoomedIn(460), zoomedOut(50), zoomedOut(30)]).toEqual([400, 460, 50, 30]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { spread } from "@/lib/engine/search/ranking/spread";

describe("calibrate", () => {
  it("rises, within 0 and 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }), (strength, more) => {
        expect(calibrate(strength + more)).toBeGreaterThan(calibrate(strength));
        expect(calibrate(strength)).toBeGreaterThan(0);
        expect(calibrate(strength)).toBeLessThan(1);
      }),
    );
  });
});

describe("spread", () => {
  it("keeps one document from filling the results, and the order as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (documents, limit) => {
        const ranked = documents.map((document, rank) => ({ document, rank }));
        const kept = spread(ranked, (item) => item.document, limit);
        expect(kept).toHaveLength(Math.min(limit, ranked.length));
        expect(kept.map((item) => item.rank)).toEqual(kept.map((item) => item.rank).toSorted((a, b) => a - b));
        const most = Math.ceil(limit * 0.6);
        for (const document of ["a", "b", "c"]) {
          const of = (items: typeof ranked) => items.filter((item) => item.document === document).length;
          const othersHave = ["a", "b", "c"].filter((other) => other !== document).reduce((sum, other) => sum + Math.min(most, ranked.filter((item) => item.document === other).length), 0);
          if (of(kept) > most) expect(othersHave + most).toBeLessThan(Math.min(limit, ranked.length) + 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

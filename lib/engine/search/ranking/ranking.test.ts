import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bm25, inverseDocumentFrequencies } from "@/lib/engine/search/ranking/term-weights";
import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { spread } from "@/lib/engine/search/ranking/spread";

describe("bm25", () => {
  const weights = inverseDocumentFrequencies(["rare", "common"], { chunks: 1000, averageTerms: 50, documentFrequency: new Map([["rare", 1], ["common", 900]]) });

  it("agrees with the formula worked out by hand", () => {
    // idf = ln(1 + (1000 − 1 + 0.5) / 1.5), one occurrence in a chunk of mean length: tf part is exactly 1.
    expect(bm25({ terms: new Map([["rare", 1]]), termTotal: 50 }, weights, 50)).toBeCloseTo(Math.log(1 + 999.5 / 1.5), 10);
  });

  it("counts a rare term more, and repeats less and less", () => {
    const score = (term: string, count: number) => bm25({ terms: new Map([[term, count]]), termTotal: 50 }, weights, 50);
    expect(score("rare", 1)).toBeGreaterThan(score("common", 5));
    expect(score("rare", 2) - score("rare", 1)).toBeGreaterThan(score("rare", 3) - score("rare", 2));
  });
});

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

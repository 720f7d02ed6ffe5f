import fc from "fast-check";
import { expect, it } from "vitest";

import { phraseShare, placesOf } from "@/lib/engine/search/ranking/phrase-share";

const EQUAL = new Map(["cash", "flow", "report", "year"].map((term) => [term, 1]));
const share = (asked: string, text: string, weights: ReadonlyMap<string, number> = EQUAL) => phraseShare(asked.split(" "), weights, placesOf(text.split(" "), new Set(asked.split(" "))));

it("is whole where the terms stand as they are asked, a few others between them or not", () => {
  expect(share("cash flow report", "cash flow report")).toBe(1);
  expect(share("cash flow", "cash in flow")).toBe(1);
  expect(share("cash flow", "cash in a large flow")).toBe(0);
});

it("is nothing in another order, for one term, and for terms that weigh nothing", () => {
  expect(share("cash flow", "flow of cash")).toBe(0);
  expect(share("cash", "cash flow")).toBe(0);
  expect(share("other words", "other words")).toBe(0);
});

it("counts each pair by what its terms weigh", () => {
  const weights = new Map([["cash", 1], ["flow", 1], ["report", 4]]);
  expect(share("cash flow report", "cash flow", weights)).toBeCloseTo(2 / 7);
});

it("stays within 0 and 1, and never falls when text is added", () => {
  const terms = fc.array(fc.constantFrom(...EQUAL.keys()), { maxLength: 8 });
  fc.assert(
    fc.property(terms, terms, terms, (asked, text, more) => {
      const before = phraseShare(asked, EQUAL, placesOf(text, new Set(asked)));
      const after = phraseShare(asked, EQUAL, placesOf([...text, ...more], new Set(asked)));
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeLessThanOrEqual(1);
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

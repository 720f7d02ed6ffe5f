import fc from "fast-check";
import { expect, it } from "vitest";

import { likeness, termsOf } from "@/lib/portal/gaps/terms";

it("keeps what a question is about", () => {
  expect(termsOf("What are the policies for parking bikes?")).toEqual(["policy", "park", "bik"]);
  expect(termsOf("policy on parked bike")).toEqual(["policy", "park", "bik"]);
  expect(termsOf("年休假")).toEqual(["年休", "休假"]);
  expect(termsOf("What is it?")).toEqual(["what", "is", "it"]);
});

it("finds questions of one meaning alike, and others not", () => {
  const like = (one: string, other: string) => likeness(termsOf(one), termsOf(other));
  expect(like("How long is parental leave?", "parental leaves in weeks, please")).toBeGreaterThanOrEqual(0.6);
  expect(like("How long is parental leave?", "Where do I park my bike?")).toBe(0);
});

it("is the same both ways, 1 for itself, and between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const [a, b] = [termsOf(one), termsOf(other)];
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, a)).toBe(a.length === 0 ? 0 : 1);
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }),
  );
});

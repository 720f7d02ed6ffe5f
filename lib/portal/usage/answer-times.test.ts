import fc from "fast-check";
import { expect, it } from "vitest";

import { percentile, stepOf, TIME_STEPS, together } from "@/lib/portal/usage/answer-times";

const counted = (times: readonly number[]) => together(times.map((ms) => Array.from({ length: TIME_STEPS }, (_, step) => (step === stepOf(ms) ? 1 : 0))));

it("tells a percentile that is never too short, and at most a fifth too long", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 50_000 }), { minLength: 1, maxLength: 60 }), fc.constantFrom(0.5, 0.95), (times, share) => {
      const sorted = [...times].sort((a, b) => a - b);
      const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      const told = percentile(counted(times), share) ?? 0;
      expect(told).toBeGreaterThanOrEqual(exact * 0.99);
      expect(told).toBeLessThanOrEqual(exact * 1.25);
    }),
  );
});

it("knows nothing of days without answers", () => {
  expect(percentile(counted([]), 0.5)).toBeNull();
  expect(stepOf(10_000_000)).toBe(TIME_STEPS - 1);
});

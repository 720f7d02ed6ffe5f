import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { inParallel } from "@/lib/portal/operators/in-parallel";

describe("inParallel", () => {
  it("keeps the order and the limit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), async (turns, limit) => {
        let underWay = 0;
        const results = await inParallel([...turns.entries()], limit, async ([index, wait]) => {
          underWay += 1;
          expect(underWay).toBeLessThanOrEqual(limit);
          for (let turn = 0; turn < wait; turn++) await Promise.resolve();
          underWay -= 1;
          return index;
        });
        expect(results).toEqual(turns.map((_, index) => index));
      }),
      { numRuns: 100 },
    );
  });

  it("fails with the first failure", async () => {
    await expect(inParallel([1, 2, 3], 2, (n) => (n === 2 ? Promise.reject(new Error("two")) : n))).rejects.toThrow("two");
  });
});

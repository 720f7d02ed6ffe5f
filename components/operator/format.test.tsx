import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatBytes, formatCount, formatDay } from "@/components/ui/format";

describe("formatBytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1.0 kB"],
    [12_345, "12.3 kB"],
    [123_456, "123 kB"],
    [5_000_000_000, "5.0 GB"],
    [5e16, "50000 TB"],
  ])("writes %d as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("is never off by more than a twentieth", () => {
    const powers: Record<string, number> = { B: 0, kB: 1, MB: 2, GB: 3, TB: 4 };
    fc.assert(
      fc.property(fc.nat(1e15), (bytes) => {
        const [value = "", unit = ""] = formatBytes(bytes).split(" ");
        expect(Math.abs(Number(value) * 1000 ** (powers[unit] ?? NaN) - bytes)).toBeLessThanOrEqual(bytes / 20);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the other formats", () => {
  it("write counts and days the British way", () => {
    expect([formatCount(1234567), formatDay("2026-11-24T23:30:00Z")]).toEqual(["1,234,567", "24 Nov 2026"]);
  });
});

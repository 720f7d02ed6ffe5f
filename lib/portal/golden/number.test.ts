import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { numbersIn, toNumber } from "@/lib/portal/golden/number";

/** A number with two decimals, grouped by thousands with the given signs. */
function written(cents: number, group: string, decimal: string): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${whole}${decimal}${String(cents % 100).padStart(2, "0")}`;
}

describe("toNumber", () => {
  it.each([
    ["15", "15", ""],
    ["$1,500", "1500", "$"],
    ["1,500.00", "1500", ""],
    ["1.500,50 €", "1500.5", "€"],
    ["2,5", "2.5", ""],
    ["1.234.567", "1234567", ""],
    ["-3", "-3", ""],
    ["12 %", "12", "%"],
    ["007", "7", ""],
  ])("reads %s", (text, value, unit) => {
    expect(toNumber(text)).toEqual({ value, unit });
  });

  it.each(["15 days", "B2", "v1.4", "3.4.1", "", "$", "ten", "10-15"])("takes %s for words", (text) => {
    expect(toNumber(text)).toBeUndefined();
  });

  it("reads the same value from every way of writing it", () => {
    const cents = fc.integer({ min: 0, max: 10 ** 11 });
    const style = fc.constantFrom([",", "."] as const, ["", "."] as const, ["'", "."] as const, ["\u00a0", ","] as const, ["\u202f", "."] as const);
    fc.assert(
      fc.property(cents, style, (amount, [group, decimal]) => {
        expect(toNumber(written(amount, group, decimal))?.value).toBe(String(amount / 100));
      }),
      { numRuns: 200 },
    );
  });
});

describe("numbersIn", () => {
  it("finds the numbers of a sentence, and no parts of names or versions", () => {
    const found = numbersIn("Between 10-15 days, at most $1,200.50 (12%), as form B2 of v1.4 says on 2024-11-05.");
    expect(found.map(({ value, unit }) => value + unit)).toEqual(["10", "15", "1200.5$", "12%", "2024", "11", "5"]);
  });

  it("finds a number wherever it stands between words", () => {
    const words = fc.string({ unit: fc.constantFrom(..."abc XYZ ,.;"), maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(10 ** 9), words, (before, value, after) => {
        expect(numbersIn(`${before} ${value} ${after}`).map((number) => number.value)).toContain(String(value));
      }),
      { numRuns: 200 },
    );
  });
});

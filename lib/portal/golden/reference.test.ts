import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareReference, REFERENCE_SHARE } from "@/lib/portal/golden/reference";

describe("compareReference", () => {
  it("holds an answer that says the same in other words and another order", () => {
    expect(compareReference("Each year employees receive 15 paid vacation days.", "Employees receive 15 days of paid vacation a year")).toMatchObject({
      passed: true,
      missing: [],
    });
  });

  it("misses a number, whatever the words", () => {
    expect(compareReference("Employees receive 20 days of paid vacation a year.", "Employees receive 15 days of paid vacation a year")).toMatchObject({
      passed: false,
      missing: ["15"],
    });
  });

  it("compares numbers as numbers, and scripts without spaces by pairs", () => {
    expect(compareReference("The allowance is $1,500.00.", "An allowance of 1500").passed).toBe(true);
    expect(compareReference("年次有給休暇は15日です。", "有給休暇は15日").passed).toBe(true);
    expect(compareReference("勤務時間は8時間です。", "有給休暇は8日").passed).toBe(false);
  });

  it("passes nothing by a reference that says nothing", () => {
    expect(compareReference("Anything at all.", "a b c")).toMatchObject({ passed: false, total: 0 });
  });

  const words = fc.array(fc.constantFrom("employees", "receive", "vacation", "allowance", "monthly", "manager", "approval"), { minLength: 1, maxLength: 7 });

  it("always holds itself, in any case, and passes by the share it names", () => {
    fc.assert(
      fc.property(words, words, (reference, answer) => {
        expect(compareReference(reference.join(" ").toUpperCase(), reference.join(" ")).passed).toBe(true);
        const { held, total, missing, passed } = compareReference(answer.join(" "), reference.join(" "));
        expect([held + missing.length, passed]).toEqual([total, held / total >= REFERENCE_SHARE]);
      }),
      { numRuns: 200 },
    );
  });
});

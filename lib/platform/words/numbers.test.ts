import fc from "fast-check";
import { expect, it } from "vitest";

import { readNumber } from "@/lib/platform/words/numbers";

const read = (text: string) => readNumber(text.split(" "));

it.each([
  ["14.6 million people", 14_600_000, false, 2],
  ["2,500 extras", 2500, false, 1],
  ["thirty four seats", 34, false, 2],
  ["two hundred guests", 200, false, 2],
  ["nineteen seats", 19, false, 1],
  ["34th meeting", 34, true, 1],
  ["twenty fourth meeting", 24, true, 2],
  ["thirty seats", 30, false, 1],
])("reads %s", (text, value, isOrdinal, length) => {
  expect(read(text)).toEqual({ value, isOrdinal, length });
});

it.each(["", "seats", "first meeting", "hundred guests", "4th4", "1,00,0"])("reads no number from %j", (text) => {
  expect(read(text)).toBeUndefined();
});

it("reads what is written with digits, with and without separators", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      expect(read(String(value))?.value).toBe(value);
      expect(read(value.toLocaleString("en-US"))?.value).toBe(value);
    }),
  );
});

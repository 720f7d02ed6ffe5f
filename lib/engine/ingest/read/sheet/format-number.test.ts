import fc from "fast-check";
import { expect, test } from "vitest";

import { formatNumber } from "@/lib/engine/ingest/read/sheet/format-number";

test.each([
  [1234.5, "General", "1234.5"],
  [0.1 + 0.2, "General", "0.3"],
  [12345678901234567000, "General", "12345678901234600000"],
  [0.125, "0%", "13%"],
  [0.125, "0.00%", "12.50%"],
  [1234567.891, "#,##0.00", "1,234,567.89"],
  [5, "000", "005"],
  [-42, "#,##0;(#,##0)", "(42)"],
  [-42, "0", "-42"],
  [-1200, "$#,##0", "-$1,200"],
  [1200, "[$€-407] #,##0", "€ 1,200"],
  [1200, '#,##0 "kg"', "1,200 kg"],
  [1_500_000, '0.0,,"M"', "1.5M"],
  [0.00012, "0.00E+00", "0.00012"],
  [0.5, "# ?/?", "0.5"],
  [0, '0;-0;"none"', "0"],
  [45356, "d mmmm yyyy", "2024-03-05"],
  [45356.604166667, "dd.mm.yyyy hh:mm", "2024-03-05 14:30"],
  [45356, "mmm yy", "March 2024"],
  [45356, "d-mmm", "5 March"],
  [45356, "yyyy", "2024"],
  [0.604166667, "h:mm AM/PM", "14:30"],
  [1.5, "[h]:mm", "36:00"],
  [59, "yyyy-mm-dd", "1900-02-28"],
  [61, "yyyy-mm-dd", "1900-03-01"],
  [-5, "yyyy-mm-dd", "-5"],
  [7, "@", "7"],
])("%d as %s", (value, code, text) => {
  expect(formatNumber(value, code).text).toBe(text);
});

test("whatever the format, something with the number's digits or a date comes out", () => {
  const piece = fc.constantFrom("0", "#", "?", ",", ".", "%", ";", '"x"', "\\y", "_)", "[Red]", "[h]", "y", "m", "d", "h", "s", "e+", "General", "@", "-", "(", '"');
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.array(piece, { maxLength: 12 }), (value, pieces) => {
      expect(formatNumber(value, pieces.join("")).text).toMatch(/\d|[A-Z]/);
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";

import { namesYear, yearsAsked } from "@/lib/engine/search/question/years";

it.each<[string, string[]]>([
  ["What was the turnover in 2022?", ["2022"]],
  ["Did margins improve in FY2023 or in fiscal 2022?", ["2023", "2022"]],
  ["Who was asked from July 18 to September 30, 2013?", ["2013"]],
  ["What changed on 14 May 2031?", ["2031"]],
  ["What already existed before 1973?", ["1973"]],
  ["What became popular in the mid-1970s?", ["1970"]],
  ["Wie hoch war der Umsatz im Jahr 2021?", ["2021"]],
  ["Quel était le chiffre d'affaires en 2020 ?", ["2020"]],
  ["Who approves an order of 1,500 euros?", []],
  ["Who approves what costs more than 2000 euros?", []],
  ["May I spend 1800 on a laptop?", []],
  ["What happens after 2000 hours?", []],
  ["What does the Octave 2000 cost?", []],
  ["Is INV-2024-0042 paid?", []],
  ["Is it 25 % in 20223?", []],
])("reads the years of %s", (question, years) => {
  expect(yearsAsked(question)).toEqual(years);
});

it("finds the year that a question is given, and no amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1600, max: 2099 }), fc.constantFrom("in", "since", "during", "FY", "until"), (year, word) => {
      expect(yearsAsked(`What was sold ${word} ${year}?`)).toEqual([String(year)]);
      expect(yearsAsked(`What is sold for ${year} euros ${word} the shop?`)).toEqual([]);
    }),
  );
});

it("tells a text with years from one with amounts alone", () => {
  expect(namesYear("| 2013 | 2014 |")).toBe(true);
  expect(namesYear("founded in May 1987.")).toBe(true);
  expect(namesYear("$1,800 or €2000, 1900 euros and 2050.5 km")).toBe(false);
});

import { expect, it } from "vitest";

import { labelFit } from "@/lib/engine/search/ranking/label-fit";
import { termsOf } from "@/lib/platform/words/terms";

const fit = (row: string, question: string, beside = "", years: string[] = []) => {
  const surroundings = new Set(termsOf(beside));
  return labelFit(row, { years }, new Map(termsOf(question).map((term) => [term, 1])), (term) => surroundings.has(term));
};

it("is whole where the label is what is asked for", () => {
  expect(fit("Total revenue | 17,606 | 15,785", "total revenue")).toBe(1);
  expect(fit("Total revenue | 17,606 | 15,785", "total revenue fiscal 2022", "", ["2022"])).toBe(1);
  expect(fit("Gross margin | 12 %", "Osterfeld gross margin", "osterfeld-report.xlsx")).toBe(1);
});

it("is less for a label that says more, or other things, or less than is asked", () => {
  const more = fit("Percentage of total revenue | 93 %", "total revenue");
  expect(more).toBeLessThan(0.5 * fit("Total revenue | 17,606", "total revenue"));
  expect(fit("Total non-operating income | (90)", "total revenue")).toBeLessThan(more);
  expect(fit("Revenue | 12", "total revenue of subscriptions in Europe")).toBeLessThan(0.5);
});

it("is nothing for a sentence, a row of numbers and a question of nothing but a year", () => {
  expect(fit("Total revenue rose by a tenth.", "total revenue")).toBe(0);
  expect(fit("12 | 13 | 14", "total revenue")).toBe(0);
  expect(fit("Costs | 12", "2022", "", ["2022"])).toBe(0);
});

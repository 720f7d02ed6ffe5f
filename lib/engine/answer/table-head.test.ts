import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { linesOf, tableHead } from "@/lib/engine/answer/table-head";

/** What is found for the last line of a text: header, then section. */
function heads(lines: readonly string[], names: string): string[] {
  const text = lines.join("\n");
  const { header, section } = tableHead(linesOf(text), text.lastIndexOf("\n") + 1, names);
  return [header, section].flatMap((span) => (span === undefined ? [] : [text.slice(span.start, span.end)]));
}

describe("tableHead", () => {
  it("finds the header over the rows between", () => {
    expect(heads(["Prices of 2030.", "Plan | Price", "Silver | 20", "Gold | 50"], "Plan | Price")).toEqual(["Plan | Price"]);
  });

  it("finds a header of which the row fills only some columns", () => {
    expect(heads(["Name | City | Floor | Seats | Beamer", "Birch | Oslo | 3 | 8 | yes", "Alder | 12"], "Name | Seats")).toEqual(["Name | City | Floor | Seats | Beamer"]);
  });

  it("finds all lines of a header whose names stand over several, and the label of the section", () => {
    const table = ["Years ended", "June 2, | June 3,", "2030 | 2029", "Revenue:", "Services | 30 | 28", "Costs:", "Services | 20 | 19"];
    expect(heads(table, "Costs: | June 2, 2030 | June 3, 2029")).toEqual(["June 2, | June 3,\n2030 | 2029", "Costs:"]);
  });

  it("takes a row that holds some of the names' words for none", () => {
    expect(heads(["Team | Level 1 | Level 2", "Support | 7 | 9", "Sales | 1 | 2", "Legal | 4 | 2"], "Team | Level 1 | Level 2")).toEqual(["Team | Level 1 | Level 2"]);
    expect(heads(["Year | 2023 | 2022", "Best year | 2023 | 2022", "Sales | 12 | 13"], "Year | 2023 | 2022")).toEqual(["Year | 2023 | 2022"]);
  });

  it("takes no sentence and no row for the header of a single name", () => {
    expect(heads(["Price", "Silver | 20", "Price cut | 5", "The Price is fixed.", "Gold | 50"], "Price")).toEqual(["Price"]);
  });

  it("takes the nearest of several tables", () => {
    expect(heads(["Plan | 2030", "Gold | 50", "Plan | 2029", "Gold | 40"], "Plan | 2029")).toEqual(["Plan | 2029"]);
  });

  it("finds none where there is none, and takes no row for one", () => {
    expect(heads(["In 2030 and 2029 we grew.", "Silver | 20 | 2030", "Gold | 50 | 40"], "Plan | 2030 | 2029")).toEqual([]);
    expect(heads(["Gold | 50"], "Plan | Price")).toEqual([]);
  });

  it("leaves out a header that is longer than what it explains", () => {
    const names = Array.from({ length: 80 }, (_, index) => `Column ${index}`).join(" | ");
    expect(heads([names, "Gold | 50"], names)).toEqual([]);
  });

  it("gives stretches before the row, in order and trimmed, whatever the text is", () => {
    const line = fc.array(fc.constantFrom("Plan", "Price", "2030", " ", "Gold 50", "naïve 👩‍🚀", "|"), { maxLength: 5 }).map((cells) => cells.join(" | "));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), line, fc.nat(80), (lines, names, at) => {
        const text = lines.join("\n");
        const row = Math.min(at, text.length);
        let end = 0;
        const { header, section } = tableHead(linesOf(text), row, names);
        for (const span of [header, section]) {
          if (span === undefined) continue;
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeLessThanOrEqual(row);
          expect(text.slice(span.start, span.end)).toMatch(/^\S[^]*\S$|^\S$/u);
          end = span.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { holdsPhrase } from "@/lib/portal/golden/holds-phrase";

describe("holdsPhrase", () => {
  it.each([
    ["You get 15 days of leave a year.", "15 days"],
    ["You get 15 days of leave a year.", "15"],
    ["You get 15\n  Days of leave.", "15 days"],
    ["The limit is $1,500.00 a month.", "$1500"],
    ["The limit is 1500 dollars.", "1,500"],
    ["It’s the manager’s decision.", "the manager's decision"],
    ["年次有給休暇は15日です。", "有給休暇"],
    ["Ask HR.", "ask hr."],
    ["The limit is $1,500.00 a month.", "1500 a month"],
    ["A fee of 12 % of the price.", "12% of the price"],
    ["A flat fee of CHF 1'250.50 applies.", "CHF 1250.5 applies"],
  ])("%s holds %s", (text, phrase) => {
    expect(holdsPhrase(text, phrase)).toBe(true);
  });

  it.each([
    ["You get 150 days of leave.", "15"],
    ["You get 115 days of leave.", "15 days"],
    ["You get 15 daysies.", "15 days"],
    ["There were 1500 people.", "$1500"],
    ["A fee of $12.", "12%"],
    ["You get 15.5 days of leave.", "5 days"],
    ["You get 15.5 days of leave.", "15 days"],
    ["Version 3.4.1 of the handbook.", "4.1 of"],
    ["Nothing of the kind.", "kin"],
    ["Anything.", " "],
  ])("%s does not hold %s", (text, phrase) => {
    expect(holdsPhrase(text, phrase)).toBe(false);
  });

  const word = fc.string({ unit: fc.constantFrom(..."abcdefghéüß"), minLength: 1, maxLength: 8 });

  it("holds every run of its own words, in any case and spacing", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(" ", "  ", "\n", "\t "),
        (words, from, length, gap) => {
          const start = from % words.length;
          const part = words.slice(start, start + 1 + (length % (words.length - start)));
          expect(holdsPhrase(`“${words.join(gap)}.”`, part.join(" ").toUpperCase())).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("holds no word that it has only a part of", () => {
    fc.assert(
      fc.property(word, word, (first, second) => {
        expect(holdsPhrase(`${first}${second}`, first)).toBe(first === `${first}${second}`);
      }),
      { numRuns: 100 },
    );
  });
});

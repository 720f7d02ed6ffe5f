import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { languageOf } from "@/lib/platform/words/language";
import { fold, termsOf, wordsOf } from "@/lib/platform/words/terms";

describe("termsOf", () => {
  it("brings the forms of a word together", () => {
    for (const forms of ["policy policies", "expense expenses expensed", "approve approved approves", "reimbursement reimburse reimbursed reimbursable", "plan planning planned", "box boxes"]) {
      expect(new Set(termsOf(forms)).size, forms).toBe(1);
    }
  });

  it("keeps words of another meaning apart", () => {
    expect(new Set(termsOf("bus business class basis")).size).toBe(4);
  });

  it.each([
    ["Invoice INV-2024-0042 is open.", "inv-2024-0042"],
    ["It costs $1,250.50 a seat.", "1250.50"],
    ["See § 4.2 for details.", "4.2"],
    ["The 401(k) match", "401k"],
    ["Results for FY2022", "2022"],
    ["Café opening hours", termsOf("cafe")[0] ?? ""],
  ])("keeps %s findable", (text, term) => {
    expect(termsOf(text)).toContain(term);
  });

  it("leaves out what says nothing", () => {
    expect(termsOf("What is the of and it's")).toEqual([]);
  });

  it("takes CJK as pairs of characters", () => {
    expect(termsOf("年次休暇")).toEqual(["年次", "次休", "休暇"]);
  });

  it("gives terms without white space, the same for any case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const terms = termsOf(text);
        expect(terms.every((term) => term !== "" && !/\s/u.test(term) && term.length <= 64)).toBe(true);
        expect(termsOf(fold(text))).toEqual(terms);
      }),
      { numRuns: 300 },
    );
  });
});

it("finds the same words in plain text as in text that also holds other letters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      expect(wordsOf(`${text} ß`)).toEqual([...wordsOf(text), "ß"]);
    }),
    { numRuns: 1000 },
  );
});

describe("languageOf", () => {
  it.each([
    ["How many days of leave do I get?", "en"],
    ["Wie viele Tage Urlaub bekomme ich im Jahr?", "de"],
    ["Combien de jours de congé ai-je dans une année ?", "fr"],
    ["¿Cuántos días de vacaciones tengo en el año?", "es"],
    ["年次休暇は何日ですか", "cjk"],
    ["budget 2024", "en"],
    ["Сколько дней отпуска", "other"],
  ])("tells %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

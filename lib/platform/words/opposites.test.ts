import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { areContrary, denialsIn, deniedIn, qualifiersIn, saysNo } from "@/lib/platform/words/opposites";

describe("areContrary", () => {
  it.each([
    ["lowest", "highest"],
    ["increased", "reduced"],
    ["first", "third"],
    ["tuesdays", "friday"],
    ["able", "unable"],
    ["formal", "informal"],
    ["deterministic", "non-deterministic"],
  ])("%s and %s", (a, b) => {
    expect(areContrary(a, b)).toBe(true);
    expect(areContrary(b, a)).toBe(true);
  });

  it.each([
    ["lowest", "lowest"],
    ["first", "1st"],
    ["to", "into"],
    ["tuesday", "spring"],
    ["bid", "offer"],
    ["form", "inform"],
    ["cover", "discover"],
  ])("not %s and %s", (a, b) => expect(areContrary(a, b)).toBe(false));

  it("is never true of a word and itself, and the same both ways", () => {
    const word = fc.constantFrom("first", "second", "low", "highest", "unable", "able", "monday", "many", "few", "private", "disable", "");
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(areContrary(a, a)).toBe(false);
        expect(areContrary(a, b)).toBe(areContrary(b, a));
      }),
    );
  });
});

it("tells what is denied", () => {
  expect(deniedIn("Which costs are not covered, and who cannot enter?")).toEqual(["cover", "enter"]);
  expect(deniedIn("What if we don't file the report?")).toEqual(["fil"]);
  expect(deniedIn("The No. of users, and no of seats")).toEqual([]);
});

it("counts a number's no as a denial where it may be one, and takes it for none where it is asked about", () => {
  expect(denialsIn("The school offers no 24-hour support.")).toBe(1);
  expect(denialsIn("No.")).toBe(1);
  expect(deniedIn("no 5 of the list, no more than ten, serial no of the device")).toEqual([]);
});

it("tells what a word is said of, over the small words between", () => {
  expect(qualifiersIn("The lowest of the bids")).toContainEqual({ word: "lowest", of: "bid" });
  expect(qualifiersIn("How many bids are at least private?").map(({ word }) => word)).not.toContain("many");
});

it.each(["Costs are excluded.", "You are unable to apply.", "It has never been done.", "Ineligible persons"])("says no: %s", (text) => expect(saysNo(text)).toBe(true));
it.each(["The union under discussion is united.", "Individual information is included.", "We pay."])("says no no: %s", (text) => expect(saysNo(text)).toBe(false));

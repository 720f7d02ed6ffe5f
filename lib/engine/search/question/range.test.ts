import { expect, it } from "vitest";

import { isInRange, placesOf, placesWithNumber } from "@/lib/engine/search/question/range";

it.each([
  ["rolls from monday to friday", true],
  ["rolls until the friday", true],
  ["rolls on fridays, and late on saturdays", false],
  ["fridays or later", true],
  ["friday - sunday", true],
  ["friday's soup", false],
  ["a blackfriday onwards", false],
  ["friday tomatoes", false],
  ["soup", false],
])("friday in a range: %s, %s", (text, isThere) => expect(isInRange(placesOf("friday", text), text)).toBe(isThere));

it.each([
  ["section 4.2", [{ start: 0, end: 11 }]],
  ["see sections  4.2 and 4.3", [{ start: 4, end: 17 }]],
  ["section 4.2 is like section 4.2", [{ start: 0, end: 11 }, { start: 20, end: 31 }]],
  ["section4.2, section 4x2, 4.2", []],
])("a thing with its number: %s", (text, places) => expect(placesWithNumber("section", "4.2", text)).toEqual(places));

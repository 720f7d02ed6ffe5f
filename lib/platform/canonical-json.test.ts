import fc from "fast-check";
import { expect, it } from "vitest";

import { canonicalJson, type JsonValue } from "@/lib/platform/canonical-json";

it("writes the example of RFC 8785, section 3.2.4, as the standard does", () => {
  const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: "€$\nA'B\"\\\\\"/", literals: [null, true, false] };
  expect(canonicalJson(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\nA\'B\\"\\\\\\\\\\"/"}');
});

it("gives the same text whatever the order of members, and reads back to the same value", () => {
  const shuffled = (value: JsonValue): JsonValue =>
    value !== null && typeof value === "object"
      ? Array.isArray(value)
        ? value.map(shuffled)
        : Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, shuffled(member)]))
      : value;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json: JsonValue = JSON.parse(JSON.stringify(value));
      expect(canonicalJson(shuffled(json))).toBe(canonicalJson(json));
      expect(JSON.parse(canonicalJson(json))).toEqual(json);
    }),
    { numRuns: 300 },
  );
});

it("refuses what is no JSON number", () => {
  expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
});

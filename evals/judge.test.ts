import { describe, expect, it } from "vitest";

import { standsIn } from "./judge";

describe("standsIn", () => {
  it.each([
    ["It costs $100 a month.", "$100", true],
    ["It costs $100 a month.", "$10", false],
    ["It costs 1,200 euros.", "200 euros", true],
    ["Version 4.25", "4.2", false],
    ["We could not say.", "no", false],
    ["Ask\nRuta  Selmer.", "ruta selmer", true],
  ])("%s: %s is %s", (text, gold, expected) => {
    expect(standsIn(text, gold)).toBe(expected);
  });
});

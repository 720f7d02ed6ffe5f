import { describe, expect, it } from "vitest";

import { initials } from "@/components/shell/initials";

describe("initials", () => {
  it.each([
    ["Olga Owner", "OO"],
    ["  maria del carmen ruiz ", "MR"],
    ["Prince", "P"],
    ["𝒜da 𝒵oe", "𝒜𝒵"],
    ["", "–"],
  ])("of %j are %j", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

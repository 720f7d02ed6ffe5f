import { describe, expect, it } from "vitest";

import { callerAddress } from "@/lib/portal/sign-in/caller-address";

describe("callerAddress", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
    ["::1", "::1"],
    ["203.0.113.9, not an address", "unknown"],
    ["", "unknown"],
    [undefined, "unknown"],
  ])("reads %j as %s", (header, address) => {
    expect(callerAddress(header)).toBe(address);
  });
});

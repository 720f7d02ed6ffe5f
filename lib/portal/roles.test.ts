import { describe, expect, it } from "vitest";

import { may, type Permission, ROLES, toRole } from "@/lib/portal/roles";

/** Written out once more, so that a slip in the code's table shows. */
const EXPECTED: Record<Permission, readonly string[]> = {
  "documents.read": ["owner", "admin", "member", "reader"],
  "documents.write": ["owner", "admin"],
  "chat.ask": ["owner", "admin", "member", "reader"],
  "chat.try": ["owner", "admin"],
  "golden.read": ["owner", "admin", "member"],
  "golden.write": ["owner", "admin"],
  "asking.switch": ["owner", "admin"],
  "members.read": ["owner", "admin", "member"],
  "members.write": ["owner", "admin"],
  "audit.read": ["owner", "admin"],
  "conversations.review": ["owner", "admin"],
  "usage.read": ["owner", "admin"],
  "data.leave": ["owner", "admin"],
  "keys.read": ["owner", "admin"],
  "keys.write": ["owner", "admin"],
};

describe("may", () => {
  it.each(Object.entries(EXPECTED))("grants %s to the right roles", (permission, roles) => {
    const known = Object.keys(EXPECTED).find((name): name is Permission => name === permission);
    expect(ROLES.filter((role) => known !== undefined && may(role, known))).toEqual(roles);
  });
});

describe("toRole", () => {
  it("knows the four roles and no other", () => {
    expect(ROLES.map(toRole)).toEqual([...ROLES]);
    expect(() => toRole("root")).toThrow(TypeError);
  });
});

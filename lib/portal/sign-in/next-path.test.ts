import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { HOME, nextPath, signInAddress } from "@/lib/portal/sign-in/next-path";

const ORIGIN = "https://portal.example";

describe("nextPath", () => {
  it("keeps a path of our own with its query and fragment", () => {
    expect(nextPath("/t/acme/production/documents/doc_1?page=3#p3")).toBe("/t/acme/production/documents/doc_1?page=3#p3");
  });

  it.each([
    undefined,
    "",
    "t/acme",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "/a/..//evil.example",
  ])("does not follow %j", (asked) => {
    expect(new URL(nextPath(asked), ORIGIN).origin).toBe(ORIGIN);
    expect(nextPath(asked)).toBe(HOME);
  });

  it("never leaves the origin, whatever is asked", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "//",
      "%2f",
      "%5c",
      "\t",
      "\n",
      " ",
      "evil.example",
      "a",
      "?",
      "#",
      "http:",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (asked) => {
        const path = nextPath(asked.join(""));
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        expect(path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back out of the sign-in page's address", () => {
    const address = new URL(signInAddress("/t/a/b?x=1&y=2"), ORIGIN);
    expect(nextPath(address.searchParams.get("next") ?? undefined)).toBe("/t/a/b?x=1&y=2");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { freeSlug, slugOf } from "@/lib/portal/onboarding/slug";

/** The database's own check. */
const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

describe("slugOf", () => {
  it.each([
    ["Müller & Söhne GmbH", "muller-sohne-gmbh"],
    ["  Acme, Inc. ", "acme-inc"],
    ["株式会社", "customer"],
    ["Straße 12", "strasse-12"],
  ])("%s becomes %s", (name, slug) => {
    expect(slugOf(name, "customer")).toBe(slug);
  });

  it("always fits the column, with a number behind it as well", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        const slug = slugOf(name, "customer");
        expect(slug).toMatch(SLUG);
        expect(freeSlug(slug, new Set([slug]))).toMatch(SLUG);
      }),
      { numRuns: 300 },
    );
  });
});

describe("freeSlug", () => {
  it("takes the first number that is free", () => {
    expect(freeSlug("acme", new Set(["acme", "acme-2"]))).toBe("acme-3");
    expect(freeSlug("acme", new Set(["other"]))).toBe("acme");
  });
});

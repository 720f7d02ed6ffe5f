import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { chatInput, createProjectInput, documentListQuery, searchInput } from "@/lib/engine/contract";

describe("text that comes in", () => {
  it("is such that PostgreSQL can hold it", () => {
    const unit = fc.constantFrom("a", " ", "\u0000", "\u0007", "\ud800", "\udc00", "😀", "\n");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (text) => {
        const outcome = chatInput.safeParse({ question: text });
        if (!outcome.success) return;
        expect(outcome.data.question).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
        expect(outcome.data.question.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is not empty once it is trimmed", () => {
    for (const question of ["", "  \n ", "\u0000\u0000"]) expect(chatInput.safeParse({ question }).success).toBe(false);
  });
});

it("reads numbers of a query string, and not of a body", () => {
  expect(documentListQuery.parse({ limit: "4" })).toEqual({ limit: 4 });
  expect(documentListQuery.safeParse({ limit: "201" }).success).toBe(false);
  expect(searchInput.safeParse({ query: "x", limit: "4" }).success).toBe(false);
});

it("takes metadata that is JSON, with escapes that only look like NUL", () => {
  expect(createProjectInput.parse({ name: "x", metadata: { path: "C:\\u0000", nested: [1, null, { a: true }] } }).metadata).toEqual({ path: "C:\\u0000", nested: [1, null, { a: true }] });
  expect(createProjectInput.safeParse({ name: "x", metadata: { a: "C:\\\u0000" } }).success).toBe(false);
});

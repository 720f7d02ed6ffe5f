import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { continued, refreshed, updated, without } from "@/components/documents/document-list";
import { documentOf } from "@/components/documents/testing";
import type { DocumentList } from "@/lib/engine/contract";

const list = (ids: string, nextCursor: string | null = null): DocumentList => ({ data: [...ids].map((id) => documentOf({ id })), nextCursor });
const idsOf = ({ data }: DocumentList) => data.map(({ id }) => id).join("");

describe("a list read again", () => {
  it.each([
    ["takes a new row and keeps those below", "dcba", "edc", "edcba"],
    ["drops a deleted row within what was read", "dcba", "db", "dba"],
    ["is what was read, when that reached the end of what was known", "dc", "edcb", "edcb"],
    ["is what was read, when nothing is left of what was known", "ba", "fe", "fe"],
  ])("%s", (_what, old, fresh, now) => {
    expect(idsOf(refreshed(list(old, "old"), list(fresh, "fresh")))).toBe(now);
  });

  it("goes on where its last row stands", () => {
    expect(refreshed(list("dcba", "old"), list("ed", "fresh")).nextCursor).toBe("old");
    expect(refreshed(list("dc", "old"), list("edcb", "fresh")).nextCursor).toBe("fresh");
    expect(refreshed(list("dcba", "old"), list("d")).nextCursor).toBeNull();
    expect(idsOf(refreshed(list("dcba", "old"), list("d")))).toBe("d");
  });

  it("never shows a row twice", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(ids, ids, (old, fresh) => {
        for (const made of [refreshed(list(old, "old"), list(fresh, "fresh")), continued(list(old, "old"), list(fresh))]) {
          expect(new Set(idsOf(made)).size).toBe(idsOf(made).length);
        }
      }),
    );
  });
});

describe("a list", () => {
  it("is continued, and its rows change and go", () => {
    expect(idsOf(continued(list("cb", "next"), list("ba")))).toBe("cba");
    const retried = documentOf({ id: "b", status: "queued" });
    expect(updated(list("cba"), retried).data[1]).toBe(retried);
    expect(idsOf(updated(list("ca"), retried))).toBe("ca");
    expect(idsOf(without(list("cba"), "b"))).toBe("ca");
  });
});
